/**
 * Members that the build gives short names. All scripts of the page are built together, so that what only they call by a
 * name may be called anything, and the phone loads less of it.
 *
 * Nothing that leaves these scripts may be here: what is sent, stored, kept in the history or asked of the browser, exports
 * of a script, and members that are reached by a computed name. `tests/build/ownNames.test.ts` looks for those.
 */
export const ownNames = words(`
  agrees allowLoopbackHttp alreadyEntered announce answered ask askReview asksDivision attempt barred
  browserSays byClaims byEpoch byRound card care changeAll child chosenDivision chosenUnit citizen claims clock
  closingSoon complain consent consentHow consentMissing consentTitle consentWhat consentWhy contestId counted
  credential deadline deliver deps divisionMissing draft draftOf drafts durable echo edit editPrediction
  editQuestion entryOf follows forgetRound generation goOn handle handlers heardNow hello hostSays identityExpired
  identityState insert intro inWords keep kept later learn learnRounds lease loadCare loadFailed minutesLeft
  moment nameFrom newId noIdentity noName noneBody notEligible notKept notStored notThere notWhole offline
  offlineEmpty offlineNow offsetMs onBack onceOnline onlineAgain onNotice onPage onPress onReachable onRequest
  onStored onTeardown openApi openApp openHost opening outbox outcome owners pageOnly peer predictionMissing press
  problem progress putEntry questionMissing random32 randomId reached readConfig readRules receipts receivedNews
  refusal refusedLate remember removeRound renewTicket resetTo resultsOf resultsPending resultsPublished revised
  revisedLabel router rowsOf said saved sealing seeCounted seeReceipt sendNow serviceTime
  settle settled signInAgain signInFailed signInFaults since speech starts statusOf
  stayOpen stops studyDocuments studyFor supplyTicket takeContext takeIdentity takeReachable takeVisibility
  teardown textScale tick timers told tooLarge tried unitChange unitFault unitFound unitFrom unitFrozen unitHint
  unitMissing unitNoMatch unitNone untilCloseMs urgent whenOpen
`)

/** Members of Preact's that class components may have: it is built together with the only two that are, our own. */
export const preactNames = words(`
  componentDidCatch componentDidMount componentDidUpdate componentWillMount componentWillReceiveProps
  componentWillUnmount componentWillUpdate debounceRendering forceUpdate getChildContext getDerivedStateFromError
  getDerivedStateFromProps getSnapshotBeforeUpdate setState shouldComponentUpdate
`)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

// None of them is a name of Preact's or of its signals', which have one letter too, of SVG's, or of ours.
const letters = [..."mkwzTCPEARDMILOFBHVGKXYJQ"]
const ours = ["as", "at", "en", "go", "is", "ms", "on", "or", "to", "ts", "vi"]
const pairs = [..."etnraoiscld"]
  .flatMap((second) => [..."etnraoiscluhmpfgvb"].map((first) => first + second))
  .filter((pair) => !ours.includes(pair))

/** For terser's `mangle.properties`: which members get short names, and which names. Afresh for each file: terser writes into it. */
export function shortNames() {
  const free = [...letters, ...pairs]
  const names = [...ownNames, ...preactNames]
  if (names.length > free.length) throw new Error("more own names than short ones")
  const props = Object.fromEntries(names.map((name, place) => [`$${name}`, free[place]]))
  return { regex: new RegExp(`^(${names.join("|")})$`), nameCache: { props: { props } } }
}
