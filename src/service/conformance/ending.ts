/** Ends a rule with a fault. */
export class Unmet extends Error {}

/** Ends a rule that cannot be tried with what there is. */
export class NotRun extends Error {}
