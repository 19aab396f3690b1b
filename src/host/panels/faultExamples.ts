/** Rules to begin from, with what they are about. */
export const faultExamples: readonly (readonly [rule: string, label: string])[] = [
  ["identity.get#2=1001", "Second identity call denied"],
  ["identity.get=late:3000", "Identity 3 s late"],
  ["bridge.hello=never", "Handshake never answered"],
  ["bridge.hello#1=never", "First handshake lost"],
  ["identity.get=twice", "Identity answered twice"],
  ["host.identity=reordered", "News overtaken by others"],
  ["identity.get=malformed", "Identity answer cut in half"],
  ["identity.get=null", "Identity is null"],
  ["identity.get#1=gone:3000", "Handler null for 3 s"],
  ["*~0.3=late:500..4000", "Three in ten late, by the seed"],
  ["app.back=never", "Back never arrives"],
  ["host=old", "Old host, no common version"],
  ["host=newer", "Newer host"],
  ["grants=none", "Nothing granted"],
]
