/** 128 random bits as two decimal numbers, "…_…": names one page load. */
export function randomId(crypto: Pick<Crypto, "getRandomValues">): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join("_")
}
