/** What people say and write, so that a year of notes reads like one. */
export const takeaways = [
  "Knows the field well, explains it calmly. Wants one remote day a week.",
  "Two other processes running; we should be quick.",
  "Would move for the right role, not before the summer.",
  "Strong on paper, stronger on the phone. Salary has some room.",
  "Left the last job over a reorganisation. References offered without being asked.",
  "Prefers a small team. Notice period is negotiable.",
  "Looks for more responsibility; no interest in pure maintenance.",
] as const

export const comments = [
  "Spoke to them last year: agree, very good.",
  "I have something that fits, talk to me before you submit.",
  "Please ask about the notice period again.",
  "The client will want to see a work sample.",
  "Nice find!",
] as const

export const byClient = [
  "not enough experience",
  "salary expectation too high",
  "went with an internal candidate",
  "missing a must-have skill",
  "not the right fit for the team",
] as const

export const byRecruiter = [
  "does not match the brief after a second look",
  "stronger candidates on the list",
  "no work permit for the location",
] as const

export const byCandidate = [
  "took another offer",
  "stays with the current employer",
  "does not want to move",
  "family reasons",
] as const

export const declines = ["counter-offer from the employer", "salary too low", "took another offer"] as const

export const feedback = [
  "Good conversation, solid answers. Wants to meet the team.",
  "Very strong technically, a little quiet.",
  "Asked the best questions so far.",
  "Some gaps, learns fast.",
  "Convinced the whole panel.",
] as const

export const lostDeals = ["another agency was cheaper", "hiring freeze", "they recruit themselves now"] as const

export const referrals = [
  ["Ines Carvalho", "TypeScript"],
  ["Oskar Lindqvist", "Kubernetes"],
  ["Farah Haddad", "Accounting"],
  ["Declan Byrne", "SQL"],
  ["Chiara Fontana", "CATIA V5"],
  ["Kenji Mori", "C++"],
  ["Agnes Kovács", "Nursing"],
  ["Samuel Adeyemi", "Python"],
  ["Lotte de Wit", "Salesforce"],
  ["Mateo Rojas", "Node.js"],
  ["Hana Novak", "Excel"],
  ["Peadar Quinn", "C#"],
] as const
