/**
 * What can be wrong with a checkpoint, told in words for the person who chose it.
 * Every failure of this folder is a `CheckpointError`; nothing else is thrown on purpose.
 */

const CODES = [
  /** A file that must be there is not. */
  'missing',
  /** A file ends too early. */
  'truncated',
  /** A file's bytes are damaged or contradict themselves. */
  'corrupt',
  /** A file is sound, but is not what its name says or not for this program. */
  'foreign',
  /** A known kind of file in a variant that is not read. */
  'unsupported',
  /** Two files are sound but do not belong together. */
  'mismatch',
  /** The bytes could not be fetched. */
  'network',
  /** The reader asked to stop. */
  'cancelled',
  /** The machine has no room for it. */
  'memory',
] as const;

/** The kind of failure, for code that reacts to it. The message is for people. */
export type CheckpointErrorCode = (typeof CODES)[number];

/** A `CheckpointError` as structured-clonable data. */
export interface PlainCheckpointError {
  name: 'CheckpointError';
  code: CheckpointErrorCode;
  file: string;
  message: string;
}

/** Why a checkpoint could not be loaded. `message` says what is wrong and what to do about it. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  readonly code: CheckpointErrorCode;
  /** The file at fault, as named in the checkpoint's folder. */
  readonly file: string;

  constructor(code: CheckpointErrorCode, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.file = file;
  }
}

/**
 * The error as a plain object. A structured clone (postMessage) keeps only an error's message and
 * drops `code` and `file`, so send this instead.
 */
export function toPlain(error: CheckpointError): PlainCheckpointError {
  return { name: 'CheckpointError', code: error.code, file: error.file, message: error.message };
}

/** The error that `toPlain` made plain; null if the value is anything else. */
export function fromPlain(value: unknown): CheckpointError | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, code, file, message } = value as Record<string, unknown>;
  const known = CODES.find((each) => each === code);
  if (name !== 'CheckpointError' || known === undefined) return null;
  if (typeof file !== 'string' || typeof message !== 'string') return null;
  return new CheckpointError(known, file, message);
}
