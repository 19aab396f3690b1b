/** The files of a contest folder to start from, by name. They load as they are: two rounds, one question form, two units. */
export function templateFiles(): Record<string, string> {
  return {
    "contest.json": contestJson,
    "units.csv":
      "id,name,kind,headcount,parent\nubnd-phuong,UBND phường,agency,40,\nto-dan-pho-1,Tổ dân phố 1,residential-group,350,\n",
    "round-1.csv": questions("r1"),
    "round-2.csv": questions("r2"),
    "practice.csv": questions("p"),
  }
}

function questions(prefix: string): string {
  const rows = ["a", "b", "c"].map(
    (accepted, index) =>
      `${prefix}q0${index + 1},Câu hỏi mẫu ${index + 1} (thay bằng câu thật)?,Phương án thứ nhất,Phương án thứ hai,Phương án thứ ba,Phương án thứ tư,${accepted},Vì sao đáp án này đúng.,Văn bản hoặc trang làm căn cứ,2026-01-01`,
  )
  return `id,question,a,b,c,d,accepted,explanation,source,asOf\n${rows.join("\n")}\n`
}

const contestJson = `// A contest as data. Lines that start with // are for you; the service ignores them.
{
  // Stands in addresses and receipts; never change it once loaded.
  "id": "hoi-thi-mau",
  "title": "Hội thi mẫu",
  "organiser": "Ban Tổ chức",
  "timeZone": "Asia/Ho_Chi_Minh",
  // Raise it when the rules below change, before round 1 opens.
  "rulesVersion": "1",
  // Shown on the rules screen, before what the service itself says of rounds, prizes and ranking.
  "rules": [{ "heading": "Ai được dự thi", "text": "Người có tài khoản Hue-S hoặc VNeID." }],
  "contact": { "name": "Ban Tổ chức", "phone": "0234 000 000" },
  // Two letters that receipt codes start with: HM1-7K4D-91XQ-M.
  "codePrefix": "HM",

  // From opensAt up to, but not including, closesAt. A week from Monday 00:00 to Sunday 24:00 closes on Monday 00:00.
  "rounds": [
    { "number": 1, "opensAt": "2027-03-01T00:00:00+07:00", "closesAt": "2027-03-08T00:00:00+07:00", "resultsDueAt": "2027-03-10T17:00:00+07:00" },
    { "number": 2, "opensAt": "2027-03-08T00:00:00+07:00", "closesAt": "2027-03-15T00:00:00+07:00", "resultsDueAt": "2027-03-17T17:00:00+07:00" }
  ],

  // Papers and prizes can differ by division (bảng thi). With one, everybody is in it. With several, name the files
  // round-1.<division>.csv, and say who belongs where: "who": { "unitKinds": ["agency"] }, or as declared.
  "divisions": [{ "id": "all", "name": "Tất cả người dự thi" }],

  // identity "person": one entry a citizen, whichever account. "account": one an account. minAssurance 2: VNeID level 2.
  "eligibility": { "accounts": ["hue-s", "vneid"], "identity": "person", "unitRequired": false },

  // How many questions every round's file holds.
  "paper": { "questions": 3, "shuffleOptions": true },
  "prediction": { "of": "all-correct", "max": 999999 },
  // Entries this late still count, for phones without network at the deadline; they rank behind on-time ones.
  "late": { "graceMinutes": 30 },

  // Best first by: correct answers, nearness of the prediction, time of arrival, a lot nobody can steer.
  // "correct" comes first and "draw" last; swap the two in between to let the clock decide before the prediction.
  "ranking": ["correct", "prediction", "received", "draw"],

  "awards": {
    "individual": [
      // requiresAllCorrect: rather not awarded than given for less.
      { "id": "nhat", "name": "Giải Nhất", "count": 1, "requiresAllCorrect": true },
      { "id": "nhi", "name": "Giải Nhì", "count": 2 }
    ],
    // Units of these kinds are compared with each other: agency, public-unit, locality, organisation, residential-group.
    "collective": [{ "kinds": ["agency", "residential-group"], "count": 2 }],
    // true: who won in an earlier round is passed over.
    "oneAwardPerPerson": false
  },

  // Score of a unit = weight × participation + weight × quality. Below minEntrants it is listed, not ranked.
  "standings": { "participationWeight": 0.6, "qualityWeight": 0.4, "minEntrants": 10, "minRate": 0, "headcountAsOf": "2027-02-01" },

  // Days after the last results in which complaints come in; after that, data purge may take the names out.
  "privacy": { "complaintDays": 30 },

  // What to study.
  "documents": [{ "title": "Tài liệu mẫu", "number": "01/QĐ-UBND", "issuer": "UBND", "date": "2026-01-01", "url": "https://example.vn" }]
}
`
