/** The parts of a block along the data flow, for each of the three models (Mamba §3.4, Figure 3; Mamba-2 §7, Figure 6). */

export type PartId =
  | 'residual'
  | 'norm'
  | 'inProj'
  | 'conv'
  | 'silu'
  | 'xProj'
  | 'delta'
  | 'scan'
  | 'skip'
  | 'gate'
  | 'gatedNorm'
  | 'outProj'
  | 'add';

/** Lines that data runs along, from left to right: the residual stream, the main branch, B, C, Δ, and the gate. */
export type Lane = 'residual' | 'main' | 'B' | 'C' | 'delta' | 'z';

export interface Part {
  id: PartId;
  /** The lines that its box lies on, first and last. */
  lanes: readonly [Lane, Lane];
  /** How one number of it hangs together with what stands above: alone with its own channel, or with all of them. */
  reads: 'own' | 'all' | 'none';
  /** True of the two parts that read other words than this one. */
  mixesTime: boolean;
  /** True where the model differs from Mamba: named beside the part. */
  differs: boolean;
  /** True if the model has no such part: its place is kept, so that the change can be seen. */
  absent: boolean;
}

/** A line from one part's box to another's. */
export interface Wire {
  lane: Lane;
  from: PartId;
  to: PartId;
}

const part = (
  id: PartId,
  lanes: Part['lanes'],
  reads: Part['reads'],
  more: Partial<Pick<Part, 'mixesTime' | 'differs' | 'absent'>> = {},
): Part => ({ id, lanes, reads, mixesTime: false, differs: false, absent: false, ...more });

const time = { mixesTime: true };
const differs = { differs: true };
const absent = { absent: true, differs: true };

/** The parts of a model's block, from top to bottom. */
export function partsOf(kind: string): readonly Part[] {
  const two = kind === 'Mamba-2';
  const s4 = kind === 'S4D';
  const wide: Part['lanes'] = two ? ['main', 'C'] : ['main', 'main'];
  return [
    part('residual', ['residual', 'main'], 'none'),
    part('norm', ['main', 'main'], 'own'),
    part('inProj', ['main', 'z'], 'all', { differs: two }),
    part('conv', wide, 'own', { ...time, differs: two }),
    part('silu', wide, 'own'),
    part('xProj', ['B', 'delta'], 'all', two || s4 ? absent : {}),
    // What reaches Δ are the R numbers of x_proj (no line of its own), Mamba-2: of in_proj, S4D: nothing.
    part('delta', ['delta', 'delta'], 'none', two || s4 ? differs : {}),
    part('scan', ['main', 'delta'], 'own', { ...time, differs: two || s4 }),
    part('skip', s4 ? ['main', 'main'] : ['main', 'C'], 'own', { differs: s4 }),
    part('gate', ['main', 'z'], 'own'),
    ...(two ? [part('gatedNorm', ['main', 'main'], 'own', differs)] : []),
    part('outProj', ['main', 'main'], 'all'),
    part('add', ['residual', 'main'], 'own'),
  ];
}

/** The lines between the boxes. A box hides what passes behind it. */
export function wiresOf(kind: string): readonly Wire[] {
  const source: PartId = kind === 'Mamba-2' ? 'inProj' : 'xProj';
  const selection: Wire[] =
    kind === 'S4D'
      ? []
      : [
          { lane: 'B', from: source, to: 'scan' },
          { lane: 'C', from: source, to: 'skip' },
          { lane: 'delta', from: source, to: 'delta' },
        ];
  return [
    { lane: 'residual', from: 'residual', to: 'add' },
    { lane: 'main', from: 'residual', to: 'add' },
    { lane: 'z', from: 'inProj', to: 'gate' },
    ...selection,
    { lane: 'delta', from: 'delta', to: 'scan' },
  ];
}

/** What the main branch carries below a part: gives the line its hue. */
export const MAIN_SYMBOL: Partial<Record<PartId, 'x' | 'h' | 'y'>> = {
  inProj: 'x',
  conv: 'x',
  silu: 'x',
  xProj: 'x',
  delta: 'x',
  scan: 'h',
  skip: 'y',
  gate: 'y',
  gatedNorm: 'y',
};
