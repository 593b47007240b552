/** The first bytes of a would-be safetensors file: is it one at all, and how long is its header? */
import { CheckpointError } from './errors';
import { formatBytes, formatShortfall } from './words';

/** The safetensors library's own limit on a header, in bytes. */
const MAX_HEADER = 100_000_000;

/** Files that people really have in that place, by how they begin. */
const OTHER_KINDS: readonly { begins: string; problem: string }[] = [
  {
    begins: 'version https://git-lfs',
    problem:
      'is a Git LFS pointer, a note in place of the weights. Run "git lfs pull" in its repository, or download the file itself.',
  },
  {
    begins: '<',
    problem:
      'is a web page, not weights. Download the file itself instead of the page that shows it.',
  },
  {
    begins: 'PK\u0003\u0004',
    problem: 'is a zip archive, as PyTorch saves them. Save the model with safetensors instead.',
  },
  {
    begins: 'GGUF',
    problem: 'is a GGUF file. Choose the checkpoint in its safetensors version instead.',
  },
];

/**
 * Names the kind of file that was saved under the wrong name.
 * @throws CheckpointError `foreign`.
 */
export function refuseOtherKinds(bytes: Uint8Array, file: string): void {
  // A safetensors header of a length that begins like text would be far beyond the limit or, where
  // it begins with '<' alone, 60 bytes long: so JSON's brace in the ninth place decides first.
  if (bytes[8] === 0x7b) return;
  const start = String.fromCharCode(...bytes.subarray(0, 32));
  const kind = OTHER_KINDS.find(({ begins }) => start.startsWith(begins));
  if (kind) throw new CheckpointError('foreign', file, `${file} ${kind.problem}`);
}

/**
 * The header's length in bytes, known to lie inside the file.
 * @throws CheckpointError `truncated` or `foreign`.
 */
export function refuseLength(bytes: Uint8Array, file: string): number {
  const size = bytes.byteLength;
  if (size < 8) {
    const what = size === 0 ? 'empty' : `only ${formatBytes(size)} long`;
    throw new CheckpointError('truncated', file, `${file} is ${what}. Download it again.`);
  }
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  if (length < 2 || length > MAX_HEADER || (size > 8 && bytes[8] !== 0x7b)) {
    throw new CheckpointError(
      'foreign',
      file,
      `${file} does not begin like a safetensors file. Download it again, or save the model with the safetensors library.`,
    );
  }
  if (8 + length > size) {
    throw new CheckpointError(
      'truncated',
      file,
      `${file} is cut short inside its header: it has ${formatShortfall(size, 8 + length)}. Download it again.`,
    );
  }
  return length;
}
