/**
 * Text out of tokens as they come. A byte-level token may end in the middle of a character; the
 * character then belongs to the token that completes it, and the tokens before it show nothing.
 */
export interface Pieces {
  /** The text that this token completes: '' while a character is still open. */
  push(id: number): string;
  /** The end of the text: U+FFFD if a character was left open, else ''. Starts afresh. */
  flush(): string;
}

/** Tokens to text, given the bytes that each token stands for. */
export function createPieces(bytesOf: (id: number) => Uint8Array): Pieces {
  // A byte order mark inside a prompt is text like any other. A sequence that the next byte breaks
  // becomes U+FFFD at that byte, as in decoding the whole at once.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    push: (id) => decoder.decode(bytesOf(id), { stream: true }),
    flush: () => decoder.decode(),
  };
}
