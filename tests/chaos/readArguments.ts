/** Reads `--phones N --seed S`; a seed that is not given is drawn. Throws one line on anything else. */
export function readArguments(given: readonly string[]): { phones: number; seed: number } {
  const values = { phones: 100, seed: Math.floor(Math.random() * 2 ** 31) }
  for (let index = 0; index < given.length; index += 2) {
    const [name, value] = [given[index], Number(given[index + 1])]
    if ((name !== "--phones" && name !== "--seed") || !Number.isInteger(value) || value < 0)
      throw new Error("usage: --phones <number> --seed <number>")
    values[name === "--phones" ? "phones" : "seed"] = value
  }
  return values
}
