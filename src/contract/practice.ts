import * as v from "valibot"

/** `GET …/practice`: questions with their answers; none of them is ever in a paper. */
export const practiceSchema = v.object({
  questions: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      options: v.array(v.object({ id: v.string(), text: v.string() })),
      accepted: v.array(v.string()),
      explanation: v.string(),
      source: v.string(),
      asOf: v.string(),
    }),
  ),
})
export type Practice = v.InferOutput<typeof practiceSchema>
