import type { Session, Snapshot } from '../session';

/** Tokens between two bookmarks at first, and how many bookmarks are kept before the distance doubles. */
const STRIDE = 64;
const MOST = 64;

/**
 * Snapshots of a session at regular positions. Their number is bounded: when there are too many, every other
 * one goes and the distance doubles, so that a text of any length costs bounded memory and a way back of at
 * most two distances.
 */
export class Bookmarks {
  private readonly session: Session;
  private marks: Snapshot[];
  private stride = STRIDE;

  /** For a session that has read nothing yet. */
  constructor(session: Session) {
    this.session = session;
    this.marks = [session.snapshot()];
  }

  /** Tokens that the session may read before it should be noted again. */
  untilNext(): number {
    return this.stride - (this.session.position % this.stride);
  }

  /** Takes a bookmark if the session stands where one is due. */
  note(): void {
    const { position } = this.session;
    if (position % this.stride !== 0 || position <= this.marks.at(-1)!.position) return;
    this.marks.push(this.session.snapshot());
    if (this.marks.length <= MOST) return;
    this.stride *= 2;
    const [kept, dropped] = [true, false].map((keep) =>
      this.marks.filter((mark) => (mark.position % this.stride === 0) === keep),
    );
    this.marks = kept!;
    for (const mark of dropped!) mark.dispose();
  }

  /** Puts `session` at the last bookmark not beyond `position`, and returns where that is. */
  restore(session: Session, position: number): number {
    const mark = this.marks.findLast((candidate) => candidate.position <= position)!;
    session.restore(mark);
    return mark.position;
  }

  /** Forgets bookmarks beyond `position`. */
  truncate(position: number): void {
    const gone = this.marks.filter((mark) => mark.position > position);
    this.marks = this.marks.filter((mark) => mark.position <= position);
    for (const mark of gone) mark.dispose();
  }

  dispose(): void {
    for (const mark of this.marks) mark.dispose();
  }
}
