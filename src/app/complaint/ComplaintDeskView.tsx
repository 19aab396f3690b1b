import { useEffect, useState } from "preact/hooks"
import type { ComplaintReceipt } from "../../contract/complaint.ts"
import type { ComplaintKind } from "../../contract/complaintTerms.ts"
import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import { readingWordsOf } from "../screens/words.ts"
import { ComplaintForm } from "./ComplaintForm.tsx"
import { ComplaintSent } from "./ComplaintSent.tsx"
import { type ComplaintDesk, openComplaintDesk } from "./complaintDesk.ts"
import { FiledComplaints } from "./FiledComplaints.tsx"

type ComplaintDeskViewProps = {
  app: App
  kind: ComplaintKind | undefined
  round: number | undefined
}

/** One citizen's desk: the form with what they had begun, and once it is sent the number to ask by. */
export function ComplaintDeskView({ app, kind, round }: ComplaintDeskViewProps) {
  const { complaint } = readingWordsOf(app)
  const [desk, setDesk] = useState<ComplaintDesk | null>(null)
  const [receipt, setReceipt] = useState<ComplaintReceipt | null>(null)
  useEffect(() => {
    let isCurrent = true
    void openComplaintDesk(app, kind ? { kind, round: round ?? null } : {}).then(
      (opened) => isCurrent && setDesk(opened),
    )
    return () => {
      isCurrent = false
    }
  }, [])
  if (receipt) return <ComplaintSent app={app} receipt={receipt} onAgain={() => setReceipt(null)} />
  return (
    <>
      <Heading app={app}>{complaint.title}</Heading>
      <p class="soft">{complaint.intro}</p>
      {desk && <ComplaintForm app={app} desk={desk} onSent={setReceipt} />}
      {desk && <FiledComplaints app={app} filed={desk.filed.value} />}
    </>
  )
}
