import { randomBytes } from "node:crypto"

const stockBytes = 4096

/**
 * Cryptographically random bytes, each given once. They are made in advance: asking for eight, as every entry's code does,
 * costs as much as asking for thousands. `make`: where they come from.
 */
export function randomSupply(
  make: (count: number) => Uint8Array = randomBytes,
): (count: number) => Uint8Array {
  let stock: Uint8Array = new Uint8Array()
  return (count) => {
    if (count > stockBytes) return make(count)
    if (stock.length < count) stock = make(stockBytes)
    const given = stock.subarray(0, count)
    stock = stock.subarray(count)
    return given
  }
}
