/** Skills from the most usual to the less usual. */
export const skills = (
  "sql python java javascript typescript react excel aws docker git linux html css kubernetes azure postgres mysql php " +
  "spring django flask angular vue terraform ansible jenkins scala kotlin swift golang rust ruby rails perl hadoop spark " +
  "kafka redis mongodb oracle sap salesforce tableau looker snowflake airflow pandas numpy pytorch tensorflow figma sketch " +
  "photoshop illustrator blender autocad solidworks matlab fortran cobol haskell erlang elixir clojure ocaml prolog"
).split(" ")

/** Products that a few people in ten thousand know. */
export const rare = "acro baro civi deka ergo fluo giga hexa iso kine lumi meta nano opti para"
  .split(" ")
  .flatMap((first) => "cad flow soft plan ware desk grid".split(" ").map((last) => first + last))

export const firstNames =
  "Ada Bo Eve Ines Jonas Kofi Lena Maya Noor Omar Priya Quinn Rosa Sven Tara Uma Viktor Wen Yara Zoe".split(" ")
export const lastNames =
  "Park Ruiz Novak Weber Silva Okafor Tanaka Haas Moreau Costa Lind Kaya Mehta Braun Rossi Walsh Petrov Nguyen".split(
    " ",
  )

/** Names that are also skills: a search for the skill finds the person first, whatever the person knows. */
export const namesakes = { first: ["Ruby", "Django", "Scala", "Perl"], last: ["Swift", "Rust", "Spark", "Oracle"] }

export const cities =
  "Lisbon Porto Denver Boulder Berlin Vienna Linz Madrid Paris Dublin Oslo Warsaw Prague Rome Turin Leeds".split(" ")
export const sources = ["job board", "referral", "linkedin", "careers page", "import"]
export const tags = ["vip", "remote first", "silver medalist", "relocating"]

/** What notes are made of beside skills. */
export const prose = (
  "spoke on the phone today about the last project which moved a billing system from one vendor to another and went well " +
  "wants to lead a small team again prefers mornings has three months of notice likes the client was open about money " +
  "needs a visa next spring wrote the interface alone asked good questions never worked in a bank would travel sometimes"
).split(" ")
