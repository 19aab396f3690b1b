import type { PhoneFrameElement } from "./phone/controls.ts"
import { enterPhone } from "./phone/enterPhone.ts"

const controls = (window.frameElement as PhoneFrameElement | null)?.phoneControls
const open = new URLSearchParams(location.search).get("open")

if (controls && open?.startsWith("/") && !/^\/[/\\]/.test(open)) void enterPhone(window, open, controls)
else document.body.textContent = "This page is a part of the host page."
