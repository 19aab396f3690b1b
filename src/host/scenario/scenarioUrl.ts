import { behaviourOf } from "../persona/behaviours.ts"
import { parameters } from "./parameters.ts"
import { plainScenario, type Scenario } from "./scenario.ts"

/** The scenario that a persona begins with: somebody with large text has large text. */
export function scenarioOf(persona: string): Scenario {
  return withSurfaceOf(persona, { ...plainScenario, persona })
}

/** The same scenario as a persona meets it: what they have set on their phone comes first. */
export function withSurfaceOf(persona: string, scenario: Scenario): Scenario {
  return { ...scenario, context: { ...scenario.context, ...behaviourOf(persona)?.surface } }
}

/**
 * Reads a scenario from a URL's parameters. What is missing or malformed is as the persona begins; each malformed or
 * unknown parameter gives a sentence about it.
 */
export function readScenario(search: URLSearchParams): { scenario: Scenario; complaints: string[] } {
  const complaints: string[] = []
  let scenario = scenarioOf(search.get("persona") ?? plainScenario.persona)
  for (const { name, form, read } of parameters) {
    const text = search.get(name)
    if (text === null) continue
    const part = read(text, scenario)
    if (part) scenario = { ...scenario, ...part }
    else complaints.push(`${name}=${text} was left out: it must be ${form}.`)
  }
  for (const name of new Set(search.keys()))
    if (!parameters.some((parameter) => parameter.name === name))
      complaints.push(`${name} was left out: there is no such parameter.`)
  return { scenario, complaints }
}

/** The parameters that reproduce a scenario: those that differ from how its persona begins. */
export function writeScenario(scenario: Scenario): URLSearchParams {
  const usual = scenarioOf(scenario.persona)
  const search = new URLSearchParams()
  for (const { name, write } of parameters) {
    const text = write(scenario)
    if (name === "persona" ? text !== plainScenario.persona : text !== write(usual)) search.set(name, text)
  }
  return search
}

/** A query that a person can read: what a query may hold unescaped is not escaped. */
export function readableQuery(search: URLSearchParams): string {
  const query = search
    .toString()
    .replace(/%(2F|3A|2C|3D|7E|2A|40)/gi, (escaped) => decodeURIComponent(escaped))
  return query && `?${query}`
}
