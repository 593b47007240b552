/** Keeps what was used last, up to so many bytes; the one used last stays even if it is larger. */
export class ByteCache<T extends { readonly bytes: number }> {
  private readonly most: number;
  private readonly kept = new Map<string, T>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): T | undefined {
    const value = this.kept.get(key);
    if (value) {
      // A map lists its keys in the order in which they were set.
      this.kept.delete(key);
      this.kept.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const [old] of this.kept) {
      if (this.bytes <= this.most || old === key) break;
      this.kept.delete(old);
    }
  }

  get bytes(): number {
    let sum = 0;
    for (const { bytes } of this.kept.values()) sum += bytes;
    return sum;
  }

  clear(): void {
    this.kept.clear();
  }
}
