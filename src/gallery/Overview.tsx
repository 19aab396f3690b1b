import { states } from "./states.ts"

const looks = [
  ["sáng", "theme=light"],
  ["tối", "theme=dark"],
  ["200 %", "scale=200"],
  ["English", "lang=en"],
] as const

/** All states of the gallery, each a link for every look. */
export function Overview() {
  return (
    <main>
      <h1>Gallery</h1>
      <p class="soft">
        {Object.keys(states).length} states, each by URL: ?state=…&theme=dark&scale=200&lang=en
      </p>
      <ul class="links">
        {Object.keys(states).map((name) => (
          <li key={name}>
            {name}{" "}
            {looks.map(([label, query]) => (
              <a key={label} href={`?state=${name}&${query}`}>
                {label}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </main>
  )
}
