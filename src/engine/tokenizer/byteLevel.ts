/**
 * The byte alphabet of GPT-2's byte-level BPE: each of the 256 bytes is written as one visible
 * character, so that a vocabulary of byte strings can be stored as text. Bytes that print stand for
 * themselves; the other 68 (controls, space, 0xAD) take the characters from U+0100 on, in order.
 */
const BYTES: ReadonlyMap<string, number> = new Map(
  (() => {
    let next = 0x100;
    return Array.from({ length: 256 }, (_, byte): [string, number] => [
      String.fromCharCode(prints(byte) ? byte : next++),
      byte,
    ]);
  })(),
);

function prints(byte: number): boolean {
  return (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
}

/**
 * The bytes that a vocabulary entry stands for. An entry with a character outside the alphabet was
 * put there by hand and stands for its own text, in UTF-8.
 */
export function bytesOfEntry(entry: string): Uint8Array {
  const bytes = new Uint8Array(entry.length);
  for (let i = 0; i < entry.length; i++) {
    const byte = BYTES.get(entry[i]!);
    if (byte === undefined) return new TextEncoder().encode(entry);
    bytes[i] = byte;
  }
  return bytes;
}
