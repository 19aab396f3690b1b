import { ActionBar } from "../panels/ActionBar.tsx"
import { ClockPanel } from "../panels/ClockPanel.tsx"
import { CopyButton } from "../panels/CopyButton.tsx"
import { FaultPanel } from "../panels/FaultPanel.tsx"
import { LogPanel } from "../panels/LogPanel.tsx"
import { PersonPanel } from "../panels/PersonPanel.tsx"
import { SurfacePanel } from "../panels/SurfacePanel.tsx"
import { PhoneView } from "../phone/PhoneView.tsx"
import type { HostPage } from "./hostPage.ts"

/** The host page: phones first, then everything that can be changed about them. */
export function HostPageView({ page }: { page: HostPage }) {
  const { scenario, phones } = page
  return (
    <main class="host">
      <div class="phones">
        {phones.value.map((phone) => (
          <PhoneView key={phone.name} phone={phone} scenario={scenario.value} />
        ))}
      </div>
      <div class="controls">
        <header>
          <h1>Mini-app host</h1>
          <p class="busy" role="status">
            {page.busy.value}
          </p>
          <CopyButton label="Copy link" text={() => page.link.value} />
        </header>
        {page.complaints.value.length > 0 && (
          <div class="complaints" role="alert">
            {page.complaints.value.map((complaint) => (
              <p key={complaint}>{complaint}</p>
            ))}
          </div>
        )}
        {phones.value.map((phone) => (
          <ActionBar key={phone.name} phone={phone} />
        ))}
        <div class="panels">
          <PersonPanel page={page} />
          <ClockPanel page={page} />
          <LogPanel page={page} />
          <SurfacePanel page={page} />
          <FaultPanel page={page} />
        </div>
      </div>
    </main>
  )
}
