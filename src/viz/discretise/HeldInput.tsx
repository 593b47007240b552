interface HeldInputProps {
  input: readonly number[];
  /** x of the ends of the steps, (steps + 1). */
  at: readonly number[];
  /** The input that is as tall as half the lane. */
  max: number;
  zero: number;
  half: number;
  selected: number;
}

/** So many steps have no gaps between them. */
const MANY = 60;

/** The input of each step, held as long as the step lasts. */
export function HeldInput({ input, at, max, zero, half, selected }: HeldInputProps) {
  const gap = input.length < MANY ? 0.75 : 0;
  return input.map((x, i) => {
    const tall = (Math.abs(x) / max) * half;
    return (
      <rect
        // Steps have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        key={i}
        className={i === selected ? 'dz-input on' : 'dz-input'}
        x={at[i]}
        width={Math.max(1, at[i + 1] - at[i] - gap)}
        y={x < 0 ? zero : zero - tall}
        height={Math.max(tall, 1)}
      />
    );
  });
}
