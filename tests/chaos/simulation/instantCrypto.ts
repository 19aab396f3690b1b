import { createHash, createHmac, timingSafeEqual } from "node:crypto"

type Bytes = ArrayBuffer | ArrayBufferView

/**
 * Puts Node's own hashes under the names of `crypto.subtle`: the same values, but at once, where the real one answers
 * from a thread whenever it likes, and with it in another order at every run. SHA-256 and HMAC only. Gives what undoes it.
 */
export function installInstantCrypto(): () => void {
  const subtle = {
    async digest(_: string, data: Bytes) {
      return sliceOf(createHash("sha256").update(bytesOf(data)).digest())
    },
    async importKey(_: string, raw: Uint8Array, algorithm: object, extractable: boolean, usages: string[]) {
      return {
        type: "secret",
        raw,
        algorithm: { ...algorithm, name: "HMAC", hash: { name: "SHA-256" }, length: raw.length * 8 },
        extractable,
        usages,
        [Symbol.toStringTag]: "CryptoKey",
      }
    },
    async sign(_: unknown, key: { raw: Uint8Array }, data: Bytes) {
      return sliceOf(createHmac("sha256", key.raw).update(bytesOf(data)).digest())
    },
    async verify(_: unknown, key: { raw: Uint8Array }, signature: Bytes, data: Bytes) {
      const right = createHmac("sha256", key.raw).update(bytesOf(data)).digest()
      const given = bytesOf(signature)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
  Object.defineProperty(globalThis.crypto, "subtle", { value: subtle, configurable: true })
  return () => Reflect.deleteProperty(globalThis.crypto, "subtle")
}

function bytesOf(data: Bytes): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}

function sliceOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer
}
