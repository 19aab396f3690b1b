/** One change of a file: `find` stands in it exactly once. */
export type Patch = { file: string; find: string; replace: string }

/** A bug that somebody might write, and the tests that must notice it: the narrowest ones. */
export type PlantedBug = { name: string; patches: Patch[]; tests: string[] }

/** The bugs of design/proof.md that concern delivery and the service, as small textual changes. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "delete before receipt",
    patches: [
      {
        file: "src/outbox/deliver.ts",
        find: "  const outcome = await send(parts, row, row.ticket)\n",
        replace: "  await store.remove([row.rowId])\n  const outcome = await send(parts, row, row.ticket)\n",
      },
    ],
    tests: ["tests/outbox/delivery.test.ts"],
  },
  {
    name: "5xx as success",
    patches: [
      {
        file: "src/outbox/afterAttempt.ts",
        find: '  if (row.state !== "queued") return row\n',
        replace:
          '  if (!outcome.ok && outcome.problem.code === "unexpected") return { ...tried, state: "received" }\n  if (row.state !== "queued") return row\n',
      },
    ],
    tests: ["tests/outbox/delivery.test.ts"],
  },
  {
    name: "body changed on retry",
    patches: [
      {
        file: "src/outbox/deliver.ts",
        find: "putEntry({ contest, round, ticket, body }, timeout.signal)",
        replace:
          "putEntry({ contest, round, ticket, body: row.attempts > 0 ? body.replace(/2024-/, '2025-') : body }, timeout.signal)",
      },
    ],
    tests: ["tests/outbox/delivery.test.ts"],
  },
  {
    name: "HTML 200 accepted",
    patches: [
      {
        file: "src/client/answer.ts",
        find: "    if (value !== fault) return { ok: true, value, serviceTime }\n",
        replace: "    return { ok: true, value: value as T, serviceTime }\n",
      },
    ],
    tests: ["tests/client/putEntry.test.ts"],
  },
  {
    name: "a receipt of anything accepted",
    patches: [
      {
        file: "src/outbox/afterAttempt.ts",
        find: "  return isOfRound(row, receipt) && receipt.entryHash === row.entryHash\n",
        replace: "  return isOfRound(row, receipt)\n",
      },
    ],
    tests: ["tests/outbox/delivery.test.ts"],
  },
  {
    name: "host token stored",
    patches: [
      {
        file: "src/app/entering/enter.ts",
        find: "app.ask((await api).ticket(contest, round, token, request)),",
        replace:
          '(app.deps.storage?.setItem("hues.token", token), app.ask((await api).ticket(contest, round, token, request))),',
      },
    ],
    tests: ["tests/app/session.test.ts"],
  },
  {
    name: "presence of `sync` trusted by the page",
    patches: [
      {
        file: "src/outbox/triggers.ts",
        find: "  const awake = () => void (isAsleep() ? cancelTimer() : deliver())\n",
        replace: "  const awake = () => void (isAsleep() || workerOf(page) ? cancelTimer() : deliver())\n",
      },
    ],
    tests: ["tests/outbox/triggers.test.ts"],
  },
  {
    name: "presence of `sync` taken for its working",
    patches: [
      {
        file: "src/outbox/handOver.ts",
        find: "    await registration.sync.register(syncTag)\n",
        replace: "    void registration.sync.register(syncTag).catch(() => {})\n",
      },
    ],
    tests: ["tests/outbox/handOver.test.ts"],
  },
  {
    name: "lock never released",
    patches: [
      {
        file: "src/outbox/leaseLock.ts",
        find: "        await leases.release(holder)\n",
        replace: "",
      },
    ],
    tests: ["tests/outbox/lock.test.ts"],
  },
  {
    name: "row tied to the current user",
    patches: [
      {
        file: "src/outbox/createOutbox.ts",
        find: "          (row) => isSameEntrant(row, { owner, contest, round }),\n",
        replace: "          (row) => row.contest === contest && row.round === round,\n",
      },
    ],
    tests: ["tests/outbox/twoPeople.test.ts"],
  },
  {
    name: "called stored though nothing kept it",
    patches: [
      {
        file: "src/outbox/createOutbox.ts",
        find: "      return durable || (await isKeptElsewhere(row))\n",
        replace: "      return durable || (await isKeptElsewhere(row)) || row.ticket !== null\n",
      },
    ],
    tests: ["tests/outbox/care.test.ts"],
  },
  {
    name: "only the newest person's rows sent",
    patches: [
      {
        file: "src/outbox/deliver.ts",
        find: "    .sort((a, b) => a.sealedAt - b.sealedAt)\n",
        replace:
          "    .sort((a, b) => a.sealedAt - b.sealedAt)\n    .filter((row, _, rows) => row.owner === rows.at(-1)?.owner)\n",
      },
    ],
    tests: ["tests/outbox/twoPeople.test.ts"],
  },
  {
    name: "kept answers with their Date",
    patches: [{ file: "src/client/keptAnswers.ts", find: '    headers.delete("date")\n', replace: "" }],
    tests: ["tests/client/keptAnswers.test.ts"],
  },
  {
    name: "one-statement upsert",
    patches: [
      {
        file: "src/service/store/insertEntries.ts",
        find: "    on conflict (contest, round, person) do nothing\n",
        replace:
          "    on conflict (contest, round, person) do update set receipt = excluded.receipt, entry_hash = excluded.entry_hash\n",
      },
    ],
    tests: ["tests/service/entry.test.ts"],
  },
  {
    name: "constraint dropped",
    patches: [
      {
        file: "src/service/sql/migrations/004-entry-indexes.sql",
        find: "alter table entries add primary key (contest, person, round);\n",
        replace: "",
      },
      {
        file: "src/service/store/insertEntries.ts",
        find: "    on conflict (contest, round, person) do nothing\n",
        replace: "",
      },
    ],
    tests: ["tests/service/entry.test.ts"],
  },
  {
    name: "phone time ranks",
    patches: [
      {
        file: "src/service/routes/entry.ts",
        find: "Math.floor(receivedAt / 1000) * 1000",
        replace: "Math.floor(Date.parse(body.answeredAt) / 1000) * 1000",
      },
    ],
    tests: ["tests/service/entry.test.ts"],
  },
  {
    name: "deadline before lookup",
    patches: [
      {
        file: "src/service/routes/entry.ts",
        find: "  // Before any deadline:",
        replace:
          '  if (arrivalOf(round, definition.late.graceMinutes, { receivedAt, ticketIssuedAt: ticket.issuedAt }) === "too-late")\n    return refuseLate(service, incoming)\n  // Before any deadline:',
      },
    ],
    tests: ["tests/service/entry.test.ts"],
  },
  {
    name: "time taken at headers",
    patches: [
      {
        file: "src/service/routes/body.ts",
        find: "  const bytes = await readBytes(request, limits.maxBytes, limits.timeoutMs)\n  const receivedAt = clock()\n",
        replace:
          "  const receivedAt = clock()\n  const bytes = await readBytes(request, limits.maxBytes, limits.timeoutMs)\n",
      },
    ],
    tests: ["tests/outbox/realService.test.ts"],
  },
  {
    name: "key in the bundle",
    patches: [
      {
        file: "src/service/routes/paper.ts",
        find: "  return { id, text, options: options.map((option) => ({ id: option.id, text: option.text })) }\n",
        replace: "  return { ...arguments[0] }\n",
      },
    ],
    tests: ["tests/service/reading.test.ts"],
  },
]
