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

/** Neighbours of one input as one: from which step to which. */
function runs(input: readonly number[]): [number, number][] {
  const list: [number, number][] = [];
  input.forEach((x, i) => {
    const last = list[list.length - 1];
    if (last && input[last[0]] === x) last[1] = i;
    else list.push([i, i]);
  });
  return list;
}

/** The input of each step, held as long as the step lasts. */
export function HeldInput({ input, at, max, zero, half, selected }: HeldInputProps) {
  const apart = input.length < MANY;
  const parts = apart ? input.map((_, i): [number, number] => [i, i]) : runs(input);
  return parts.map(([i, to]) => {
    const x = input[i];
    const tall = (Math.abs(x) / max) * half;
    return (
      <rect
        key={i}
        className={i === selected ? 'dz-input on' : 'dz-input'}
        x={at[i]}
        width={Math.max(1, at[to + 1] - at[i] - (apart ? 0.75 : 0))}
        y={x < 0 ? zero : zero - tall}
        height={Math.max(tall, 1)}
      />
    );
  });
}
