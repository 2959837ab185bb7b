import * as Lists from "../../domain/search/ListCommands.js"
import * as OptOuts from "../../domain/search/OptOutCommands.js"
import * as SavedSearches from "../../domain/search/SavedCommands.js"
import * as Segments from "../../domain/search/SegmentCommands.js"
import { command, commandOn, type Engine } from "../Engine.js"
import { reader } from "../Reading.js"
import { parser, searcher } from "../Searching.js"
import { everywhere } from "./Everywhere.js"
import * as OnList from "./Lists.js"
import * as Saved from "./Saved.js"
import * as Audience from "./Segments.js"

/** The searches of each noun and of all, and what is kept of them. */
export const searches = (engine: Engine) => ({
  candidates: searcher(engine, "candidates", "candidate"),
  clients: searcher(engine, "clients", "client"),
  contacts: searcher(engine, "contacts", "contact"),
  positions: searcher(engine, "positions", "position"),
  /** Several nouns at once, in one order. */
  query: everywhere(engine),
  parse: parser(engine),
  /** Queries under a name. */
  saved: {
    ...reader(engine, "search.saved", "savedSearch"),
    create: Saved.createSaved(engine),
    update: Saved.updateSaved(engine),
    archive: commandOn(engine, SavedSearches.archive),
    restore: commandOn(engine, SavedSearches.restore),
    run: Saved.run(engine),
  },
  /** Hand-picked lists. */
  lists: {
    ...reader(engine, "search.lists", "list"),
    create: command(engine, Lists.create),
    rename: commandOn(engine, Lists.rename),
    archive: commandOn(engine, Lists.archive),
    restore: commandOn(engine, Lists.restore),
    add: commandOn(engine, Lists.add),
    remove: OnList.remove(engine),
    members: OnList.members(engine),
  },
  /** Audiences. */
  segments: {
    ...reader(engine, "search.segments", "segment"),
    create: Saved.createSegment(engine),
    update: Saved.updateSegment(engine),
    archive: commandOn(engine, Segments.archive),
    restore: commandOn(engine, Segments.restore),
    members: Audience.members(engine),
  },
  /** Who wants to be in no segment. */
  optOuts: {
    ...reader(engine, "search.optOuts", "optOut"),
    add: command(engine, OptOuts.add),
    remove: OnList.optIn(engine),
  },
})
