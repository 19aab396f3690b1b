/** Begins something for as long as a component is there; what it gives, if anything, ends it. */
export type Start = (() => void) | (() => () => void)

/** A component's own things, for kept.ts: what it keeps, how much of that this drawing has asked for, what it starts. */
export type Drawn = { kept: unknown[]; asked: number; starts: Start[] }

/** `by`: the component that is being drawn; null between drawings. */
export const drawing: { by: Drawn | null } = { by: null }
