import { byteLength } from "../../../bridge/message.ts"
import { maxMessageBytes } from "../../../bridge/vocabulary.ts"
import type { Bench, Check } from "../check.ts"
import { fail, type Outcome, pass } from "../outcome.ts"
import { asObject, replyText } from "../rawWire.ts"

const vietnamese = "Thừa Thiên Huế: Nguyễn Thị Hoa, đường Đặng Tất, Vỹ Dạ"

/** Texts that a careless way of passing strings changes. */
export const echoChecks: readonly Check[] = [
  echo("nfc", "Vietnamese in composed letters (NFC)", vietnamese.normalize("NFC")),
  echo("nfd", "Vietnamese in decomposed letters (NFD)", vietnamese.normalize("NFD")),
  echo("separators", "Line separators U+2028 and U+2029", "một\u2028hai\u2029ba"),
  echo(
    "quotes",
    "Quotes, backslashes, markup and line ends",
    'H\'Liên "Kê" \\ \\n `$(0)` $0 </script><!-- \r\n\t &amp; %41 +',
  ),
  echo("emoji", "Emoji, with joiners and flags", "👩🏽‍🎓🇻🇳🏆🀄"),
  echo("control", "Control characters and NUL", "a\u0000b\u0007c\u001fd\u007f"),
  {
    id: "echo.largest",
    rule: "A message of exactly 64 KiB comes back whole",
    async run(bench) {
      const around = byteLength(
        JSON.stringify({
          jsonrpc: "2.0",
          id: `${bench.wire.session}-largest`,
          method: "bridge.echo",
          params: { text: "" },
        }),
      )
      const text = filled(maxMessageBytes - around)
      return echoed(bench, text, `${bench.wire.session}-largest`)
    },
  },
]

function echo(id: string, what: string, text: string): Check {
  return { id: `echo.${id}`, rule: `${what} come back unchanged`, run: (bench) => echoed(bench, text) }
}

async function echoed({ wire }: Bench, text: string, id?: string): Promise<Outcome> {
  const reply = await wire.ask("bridge.echo", { text }, id === undefined ? {} : { id })
  const back = asObject(reply?.result).text
  if (back === text) return pass
  if (typeof back !== "string") return fail(`There was ${replyText(reply)}.`)
  if (back.length !== text.length)
    return fail(`${text.length} UTF-16 units went out, ${back.length} came back.`)
  return fail("The text came back changed.")
}

/** A text of so many bytes of UTF-8, three bytes a letter. */
function filled(bytes: number): string {
  return "ế".repeat(Math.floor(bytes / 3)) + "x".repeat(bytes % 3)
}
