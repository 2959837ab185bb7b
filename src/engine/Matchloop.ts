import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Candidates from "../domain/candidate/Commands.js"
import * as Consents from "../domain/candidate/ConsentCommands.js"
import * as Confirming from "../domain/candidate/ResumeCommands.js"
import * as Clients from "../domain/client/Commands.js"
import * as Contacts from "../domain/client/ContactCommands.js"
import * as CustomFields from "../domain/custom/Commands.js"
import * as Documents from "../domain/document/Commands.js"
import * as Notes from "../domain/note/Commands.js"
import * as Opportunities from "../domain/opportunity/Commands.js"
import * as Placements from "../domain/placement/Commands.js"
import * as Holds from "../domain/privacy/HoldCommands.js"
import * as Positions from "../domain/position/Commands.js"
import * as NewPositions from "../domain/position/Create.js"
import * as Accepting from "../domain/submission/Accept.js"
import * as Submissions from "../domain/submission/Commands.js"
import * as Endings from "../domain/submission/EndCommands.js"
import * as Interviews from "../domain/submission/InterviewCommands.js"
import * as Offers from "../domain/submission/OfferCommands.js"
import * as Restoring from "../domain/submission/Restore.js"
import * as Shortlisting from "../domain/submission/Shortlist.js"
import { Storage } from "../ports/Storage.js"
import { importContact, importPerson } from "./Bringing.js"
import type { Config } from "./Config.js"
import { correct, unmerge } from "./Correcting.js"
import * as DocumentBytes from "./Documents.js"
import * as CandidateDuplicates from "./duplicating/Candidates.js"
import * as ContactDuplicates from "./duplicating/Contacts.js"
import { command, commandOn, type Engine, make as makeEngine, type Run, type RunOn } from "./Engine.js"
import * as EqualOpportunity from "./EqualOpportunity.js"
import { explainer, explanations } from "./Explaining.js"
import { exporting, exportingContact } from "./Exporting.js"
import * as Following from "./Following.js"
import * as Imports from "./Imports.js"
import { revert } from "./Reverting.js"
import * as Merging from "./Merging.js"
import { erase, eraseContact } from "./Privacy.js"
import * as CandidateProfiles from "./profiling/Candidates.js"
import * as ClientProfiles from "./profiling/Clients.js"
import * as ContactProfiles from "./profiling/Contacts.js"
import * as PositionProfiles from "./profiling/Positions.js"
import { reader } from "./Reading.js"
import * as Resumes from "./Resumes.js"
import { sweep } from "./Retaining.js"
import { reports } from "./Reporting.js"
import { searches } from "./finding/Searches.js"
import { Session } from "./Session.js"
import { freeing, settle } from "./Settling.js"
import * as Suggesting from "./Suggesting.js"

/** One operation that takes either what a new record needs or the id of one that exists. */
const either =
  <E, A, F>(fresh: Run<E, A>, existing: RunOn<F, A>) =>
  (...args: Parameters<Run<E, A>> | Parameters<RunOn<F, A>>): ReturnType<Run<E, A>> =>
    typeof args[0] === "string"
      ? existing(...(args as Parameters<RunOn<F, A>>))
      : fresh(...(args as Parameters<Run<E, A>>))

const build = (engine: Engine) => {
  const takeBack = correct(engine)
  const merging = {
    candidate: Merging.candidate(engine),
    client: Merging.client(engine),
    contact: Merging.contact(engine),
  }
  return {
    /** People whom the agency may place, and their consents. */
    candidates: {
      ...reader(engine, "candidates", "candidate"),
      explain: explainer(engine, "candidates", explanations.candidate),
      /** Everything about one person, with what happened newest first. */
      profile: CandidateProfiles.profile(engine),
      /** Open positions for a candidate, the best match first. */
      suggest: Suggesting.forCandidates(engine),
      create: command(engine, Candidates.create),
      import: Imports.candidates(engine),
      update: commandOn(engine, Candidates.update),
      readResume: Resumes.readResume(engine),
      /** Makes a new candidate of what was read, or brings the one with the id up to date. */
      confirmResume: either(
        command(engine, Confirming.confirmNew, Resumes.confirmed(engine)),
        commandOn(engine, Confirming.confirmKnown, Resumes.confirmed(engine)),
      ),
      startScreening: commandOn(engine, Candidates.startScreening),
      screen: commandOn(engine, Candidates.screen),
      requestConsent: commandOn(engine, Consents.requestConsent),
      signConsent: commandOn(engine, Consents.signConsent),
      denyConsent: commandOn(engine, Consents.denyConsent),
      revokeConsent: commandOn(engine, Consents.revokeConsent),
      consents: reader(engine, "candidates.consents", "consent"),
      deactivate: commandOn(engine, Candidates.deactivate),
      reactivate: commandOn(engine, Candidates.reactivate),
      markDoNotUse: commandOn(engine, Candidates.markDoNotUse),
      release: commandOn(engine, Candidates.release),
      move: commandOn(engine, Candidates.move),
      ...CandidateDuplicates.duplicates(engine),
      /** Everything about one person as one document. */
      export: exporting(engine),
      /** Brings a person from such a document, with their whole history. */
      importPerson: importPerson(engine),
      erase: erase(engine),
      hold: commandOn(engine, Holds.hold),
      releaseHold: commandOn(engine, Holds.release),
      holds: reader(engine, "candidates.holds", "hold"),
      /** Makes one of two records: the first id's goes, and its id stands for the one that stays. */
      merge: merging.candidate.merge,
      previewMerge: merging.candidate.preview,
      unmerge: unmerge(engine, "candidate", "candidates"),
      correct: takeBack,
    },
    /** Companies, and the people at them. */
    clients: {
      ...reader(engine, "clients", "client"),
      explain: explainer(engine, "clients", explanations.client),
      profile: ClientProfiles.profile(engine),
      create: command(engine, Clients.create),
      import: Imports.clients(engine),
      update: commandOn(engine, Clients.update),
      activate: commandOn(engine, Clients.activate),
      retire: commandOn(engine, Clients.retire),
      markDoNotWork: commandOn(engine, Clients.markDoNotWork),
      reinstate: commandOn(engine, Clients.reinstate),
      move: commandOn(engine, Clients.move),
      addContact: commandOn(engine, Contacts.addContact),
      updateContact: commandOn(engine, Contacts.updateContact),
      linkContact: commandOn(engine, Contacts.linkContact),
      contacts: {
        ...reader(engine, "clients.contacts", "contact"),
        ...ContactDuplicates.duplicates(engine),
        /** Everything about one person as one document. */
        export: exportingContact(engine),
        /** Brings a person from such a document, with their whole history. */
        importPerson: importContact(engine),
        erase: eraseContact(engine),
        hold: commandOn(engine, Holds.holdContact),
        releaseHold: commandOn(engine, Holds.releaseContact),
        holds: reader(engine, "clients.contacts.holds", "hold"),
        /** Makes one of two at the same client: the first id's record goes, and its id stands for the one that stays. */
        merge: merging.contact.merge,
        previewMerge: merging.contact.preview,
        unmerge: unmerge(engine, "contact", "clients.contacts"),
      },
      contactProfile: ContactProfiles.profile(engine),
      merge: merging.client.merge,
      previewMerge: merging.client.preview,
      unmerge: unmerge(engine, "client", "clients"),
      correct: takeBack,
    },
    /** The agency's own business development. */
    opportunities: {
      ...reader(engine, "opportunities", "opportunity"),
      explain: explainer(engine, "opportunities", explanations.opportunity),
      create: command(engine, Opportunities.create),
      update: commandOn(engine, Opportunities.update),
      move: commandOn(engine, Opportunities.move),
      win: commandOn(engine, Opportunities.win),
      lose: commandOn(engine, Opportunities.lose),
      cancel: commandOn(engine, Opportunities.cancel),
      reopen: commandOn(engine, Opportunities.reopen),
      correct: takeBack,
    },
    /** Job orders and their openings. */
    positions: {
      ...reader(engine, "positions", "position"),
      explain: explainer(engine, "positions", explanations.position),
      profile: PositionProfiles.profile(engine),
      /** Candidates for an open position, the best match first. */
      suggest: Suggesting.forPositions(engine),
      /** Opens a new position from its fields, or a drafted one by its id. */
      open: either(command(engine, NewPositions.open), commandOn(engine, Positions.release)),
      draft: command(engine, NewPositions.draft),
      import: Imports.positions(engine),
      update: commandOn(engine, Positions.update),
      cover: commandOn(engine, Positions.cover),
      uncover: commandOn(engine, Positions.uncover),
      hold: commandOn(engine, Positions.hold),
      resume: commandOn(engine, Positions.resume),
      lose: commandOn(engine, Positions.lose),
      cancel: commandOn(engine, Positions.cancel),
      close: commandOn(engine, Positions.close),
      reopen: commandOn(engine, Positions.reopen),
      move: commandOn(engine, Positions.move),
      addOpenings: commandOn(engine, Positions.addOpenings),
      cancelOpening: commandOn(engine, Positions.cancelOpening),
      openings: reader(engine, "positions.openings", "opening"),
      correct: takeBack,
    },
    /** One candidate on one position, from the shortlist to the placement. */
    submissions: {
      ...reader(engine, "submissions", "submission"),
      explain: explainer(engine, "submissions", explanations.submission),
      shortlist: command(engine, Shortlisting.shortlist),
      update: commandOn(engine, Submissions.update),
      submitInternal: commandOn(engine, Submissions.submitInternal),
      submit: commandOn(engine, Submissions.submit),
      requestInterview: commandOn(engine, Interviews.requestInterview),
      scheduleInterview: commandOn(engine, Interviews.scheduleInterview),
      offer: freeing(engine, commandOn(engine, Offers.offer)),
      accept: freeing(engine, commandOn(engine, Accepting.accept)),
      reject: commandOn(engine, Endings.reject),
      decline: commandOn(engine, Endings.decline),
      withdraw: commandOn(engine, Endings.withdraw),
      rescind: commandOn(engine, Endings.rescind),
      restore: freeing(engine, commandOn(engine, Restoring.restore)),
      move: commandOn(engine, Submissions.move),
      correct: takeBack,
    },
    interviews: {
      ...reader(engine, "interviews", "interview"),
      explain: explainer(engine, "interviews", explanations.interview),
      schedule: commandOn(engine, Interviews.schedule),
      reschedule: commandOn(engine, Interviews.reschedule),
      complete: commandOn(engine, Interviews.complete),
      cancel: commandOn(engine, Interviews.cancel),
      noShow: commandOn(engine, Interviews.noShow),
      correct: takeBack,
    },
    offers: {
      ...reader(engine, "offers", "offer"),
      explain: explainer(engine, "offers", explanations.offer),
      draft: command(engine, Offers.draft),
      extend: freeing(engine, commandOn(engine, Offers.extend)),
      expire: commandOn(engine, Offers.expire),
      correct: takeBack,
    },
    placements: {
      ...reader(engine, "placements", "placement"),
      explain: explainer(engine, "placements", explanations.placement),
      start: commandOn(engine, Placements.start),
      complete: commandOn(engine, Placements.complete),
      backOut: commandOn(engine, Placements.backOut),
      fallOff: commandOn(engine, Placements.fallOff),
      terminate: commandOn(engine, Placements.terminate),
      correct: takeBack,
    },
    notes: {
      ...reader(engine, "notes", "note"),
      write: command(engine, Notes.write),
      edit: commandOn(engine, Notes.edit),
      comment: commandOn(engine, Notes.comment),
      comments: reader(engine, "notes.comments", "comment"),
    },
    documents: {
      ...reader(engine, "documents", "document"),
      attach: command(engine, Documents.attach, Resumes.attached(engine)),
      update: commandOn(engine, Documents.update),
      read: DocumentBytes.read(engine),
    },
    /** The fields that the agency gave its records, beside those that all have. */
    customFields: {
      ...reader(engine, "customFields", "customField"),
      define: command(engine, CustomFields.define),
      update: commandOn(engine, CustomFields.update),
      retire: commandOn(engine, CustomFields.retire),
      reinstate: commandOn(engine, CustomFields.reinstate),
    },
    /** What came in as rows, under a name of its own. */
    imports: {
      ...reader(engine, "imports", "import"),
      revert: revert(engine),
    },
    privacy: {
      sweep: sweep(engine),
      /** Keeps what a person chose to answer, apart from everything else that is known of them. */
      recordEqualOpportunity: EqualOpportunity.record(engine),
      forgetEqualOpportunity: EqualOpportunity.forget(engine),
      equalOpportunity: EqualOpportunity.count(engine),
      /** Rewrites the whole database, so that its files hold nothing of what was erased. */
      compact: () => engine.storage.compact,
    },
    reports: reports(engine),
    /** Finds people, companies and positions by words and conditions. */
    search: searches(engine),
    /** Every accepted fact, in order. */
    ledger: {
      read: Following.read(engine),
      follow: Following.follow(engine),
      correct: takeBack,
    },
    /** Writes down what time alone has done: consents and offers that ran out. Returns how many. */
    settle: () => Effect.flatMap(Session, ({ workspace }) => settle(engine, workspace)),
  }
}

/** Every operation, as Effects that need a `Session`. */
export interface Matchloop extends ReturnType<typeof build> {}

export const Matchloop = Context.GenericTag<Matchloop>("matchloop/Matchloop")

/** The whole domain over a storage. */
export const layer = (config: Config = {}): Layer.Layer<Matchloop, never, Storage> =>
  Layer.effect(
    Matchloop,
    Effect.map(Storage, (storage): Matchloop => build(makeEngine(storage, config))),
  )
