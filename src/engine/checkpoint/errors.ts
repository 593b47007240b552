/**
 * What can be wrong with a checkpoint, told in words for the person who chose it.
 * Every failure of this folder is a `CheckpointError`; nothing else is thrown on purpose.
 */

export type CheckpointErrorCode =
  /** A file that must be there is not. */
  | 'missing'
  /** A file ends too early. */
  | 'truncated'
  /** A file's bytes are damaged or contradict themselves. */
  | 'corrupt'
  /** A file is sound, but is not what its name says or not for this program. */
  | 'foreign'
  /** A known kind of file in a variant that is not read. */
  | 'unsupported'
  /** Two files are sound but do not belong together. */
  | 'mismatch'
  /** The bytes could not be fetched. */
  | 'network'
  /** The reader asked to stop. */
  | 'cancelled'
  /** The machine has no room for it. */
  | 'memory';

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
