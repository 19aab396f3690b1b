// @vitest-environment jsdom
import { effect, signal } from "@preact/signals-core"
import { act, cleanup, render } from "@testing-library/preact"
import { useEffect, useState } from "preact/hooks"
import { afterEach, expect, test } from "vitest"
import { kept, whenMounted } from "../../src/app/kept.ts"
import "../../src/app/redraw.ts"

afterEach(cleanup)

const text = () => document.body.textContent

test("a component keeps its own things through every drawing, each mounted one apart from the others", async () => {
  const made: string[] = []
  const outside = signal("a")
  function Counter({ name }: { name: string }) {
    const count = kept(() => {
      made.push(name)
      return signal(0)
    })
    const last = kept(() => ({ text: "" }))
    last.text += outside.value
    return (
      <button type="button" onClick={() => count.value++}>
        {`${name} ${count.value} ${last.text};`}
      </button>
    )
  }
  render(
    <>
      <Counter name="one" />
      <Counter name="two" />
    </>,
  )
  await act(() => document.querySelectorAll("button")[1]?.click())
  expect(text()).toBe("one 0 a;two 1 aa;")
  await act(() => {
    outside.value = "b"
  })
  expect(text()).toBe("one 0 ab;two 1 aab;")
  expect(made).toEqual(["one", "two"])
})

test("what a component starts begins with its drawing in the document, once, and ends when it goes", async () => {
  const said: string[] = []
  const shown = signal(true)
  const word = signal("vào")
  function Follower() {
    whenMounted(() => {
      said.push(`in the document: ${document.getElementById("it") !== null}`)
    })
    whenMounted(() => effect(() => void said.push(word.value)))
    whenMounted(() => () => said.push("gone"))
    return <p id="it">{word.value}</p>
  }
  const Whole = () => (shown.value ? <Follower /> : null)
  render(<Whole />)
  expect(said).toEqual(["in the document: true", "vào"])
  await act(() => {
    word.value = "ra"
  })
  expect(text()).toBe("ra")
  await act(() => {
    shown.value = false
  })
  word.value = "sau"
  expect(said).toEqual(["in the document: true", "vào", "ra", "gone"])
})

test("a kept ref is called when its element comes into the document and when it goes, not at every drawing", async () => {
  const seen: (boolean | null)[] = []
  const place = signal("first")
  const turn = signal(0)
  function Box() {
    const ref = kept(() => (box: HTMLElement | null) => void seen.push(box?.isConnected ?? null))
    return (
      <p key={place.value} ref={ref}>
        {turn.value}
      </p>
    )
  }
  render(<Box />)
  await act(() => void turn.value++)
  expect(seen).toEqual([true])
  await act(() => {
    place.value = "second"
  })
  expect(seen.filter((connected) => connected !== null)).toEqual([true, true])
  cleanup()
  expect(seen.at(-1)).toBeNull()
})

test("the first props stay with what is kept; another key begins anew", async () => {
  const shown = signal("vi")
  const keyed = signal("vi")
  function Speaker({ language }: { language: string }) {
    return <>{kept(() => language)}</>
  }
  const Whole = () => (
    <>
      <Speaker language={shown.value} />
      <Speaker key={keyed.value} language={keyed.value} />
    </>
  )
  render(<Whole />)
  await act(() => {
    shown.value = "en"
    keyed.value = "en"
  })
  expect(text()).toBe("vien")
})

test("goes together with preact/hooks, in one component and in those around and inside it", async () => {
  const told: string[] = []
  const outside = signal(1)
  function Inner() {
    const [own, setOwn] = useState(10)
    const count = kept(() => signal(100))
    useEffect(() => {
      told.push(`hook ${own}`)
      return () => told.push(`hook over ${own}`)
    }, [own])
    whenMounted(() => {
      told.push("mounted")
      return () => told.push("over")
    })
    const more = () => {
      setOwn(own + 10)
      count.value += 100
    }
    return (
      <button type="button" onClick={more}>
        {own + count.value + outside.value}
      </button>
    )
  }
  function Outer() {
    const [seen, see] = useState(false)
    useEffect(() => see(true), [])
    return seen ? <Inner /> : null
  }
  await act(() => void render(<Outer />))
  expect(text()).toBe("111")
  await act(() => document.querySelector("button")?.click())
  await act(() => void outside.value++)
  expect(text()).toBe("222")
  await act(cleanup)
  expect(told.filter((what) => !what.startsWith("hook"))).toEqual(["mounted", "over"])
  expect(told.filter((what) => what.startsWith("hook"))).toEqual([
    "hook 10",
    "hook over 10",
    "hook 20",
    "hook over 20",
  ])
})

test("nothing can be kept where nothing is drawn", async () => {
  const failed: string[] = []
  function Late() {
    const keepLate = () => {
      try {
        kept(() => 1)
      } catch (reason) {
        failed.push(String(reason))
      }
    }
    return (
      <button type="button" onClick={keepLate}>
        late
      </button>
    )
  }
  render(<Late />)
  await act(() => document.querySelector("button")?.click())
  expect(failed).toEqual(["Error: nothing is drawn that could keep this"])
})
