/** When a program is to be killed: at its n-th call of the store from now on, before or after the call took effect. */
export type Death = { calls: number; when: "before" | "after" }

/** A program's life. Once it is over nothing that the program began reaches anything, and nothing answers it. */
export function createLife() {
  let isAlive = true
  let planned: Death | null = null
  const mourners = new Set<() => void>()

  function kill(): void {
    if (!isAlive) return
    isAlive = false
    for (const mourn of mourners) mourn()
  }

  /** The work's outcome, for as long as the program lives. */
  function mortal<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!isAlive) return
      work().then(
        (value) => isAlive && resolve(value),
        (reason) => isAlive && reject(reason),
      )
    })
  }

  return {
    isAlive: () => isAlive,
    kill,
    mortal,
    onDeath: (mourn: () => void) => mourners.add(mourn),
    planDeath(death: Death) {
      planned = death
    },
    /** The object with every call made mortal; a planned death strikes at one of them. */
    mortalStore<S extends object>(store: S): S {
      return new Proxy(store, {
        get(target, name) {
          const method = Reflect.get(target, name) as (...given: unknown[]) => unknown
          return (...given: unknown[]) =>
            mortal(async () => {
              if (planned !== null) planned.calls -= 1
              const dies = planned !== null && planned.calls <= 0 ? planned.when : null
              if (dies === "before") kill()
              if (!isAlive) return undefined
              const value = await Reflect.apply(method, target, given)
              if (dies === "after") kill()
              return value
            })
        },
      })
    },
  }
}

export type Life = ReturnType<typeof createLife>
