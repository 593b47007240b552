/** Which intermediates a model has, and in which shape they come. For whoever lays them out, before anything is read. */
import { absence } from './probes';
import { PROBES, type ModelInfo, type ProbeName } from './types';

/** Why a model has no such intermediate, in words; null if it has it. */
export const probeAbsence = ({ kind }: Pick<ModelInfo, 'kind'>, name: ProbeName): string | null =>
  absence(kind, name) ?? null;

/** Channels or heads that can be read one by one: E, or H of Mamba-2 and of a Transformer. */
export const unitCount = ({ dInner, heads, attention }: ModelInfo): number =>
  (heads ?? attention)?.nHeads ?? dInner;

/** The unit that a channel belongs to: itself, or its head. */
export const unitOfChannel = ({ heads }: ModelInfo, channel: number): number =>
  heads ? Math.floor(channel / heads.headDim) : channel;

/**
 * Shape of one row of an intermediate, as PROBES states it without L: of one token, or the whole where there is no row
 * a token (`last`). With `ofUnit` the shape has no E or H. A scalar a token is [] (Mamba-2's Ā of one head). Throws
 * RangeError for a Transformer's attention, whose rows grow: the one of token i has i + 1 numbers.
 */
export function probeShape(info: ModelInfo, name: ProbeName, ofUnit = false): readonly number[] {
  const { dModel: D, dInner: E, dState: N, vocabSize: V, heads, attention } = info;
  const U = unitCount(info);
  const complex = info.kind === 'S4D' ? 2 : 1;
  const shared = (heads?.nGroups ?? 1) * N; // G·N
  const convolved = heads ? E + 2 * shared : E; // channels that pass through the short convolution
  const unit = ofUnit ? [] : [U];
  switch (name) {
    case 'residual':
    case 'layer.norm':
    case 'layer.out':
    case 'layer.mlp':
    case 'final':
      return [D];
    case 'layer.normWeight':
      return [D + (heads ? E : attention ? D : 0)];
    case 'layer.attention':
      throw new RangeError('Rows of layer.attention are of different lengths.');
    case 'layer.inProj':
      if (attention) return [(attention.nHeads + 2 * attention.nKvHeads) * attention.headDim];
      return [heads ? 2 * E + 2 * shared + U : 2 * E];
    case 'layer.conv':
      return [convolved];
    case 'layer.convWeight':
      return [convolved, info.dConv + 1];
    case 'layer.dt':
    case 'layer.dtBias':
    case 'layer.delta':
    case 'layer.D':
      return [U];
    case 'layer.A':
      return heads ? [U] : [E, complex * N];
    case 'layer.B':
    case 'layer.C':
      return [shared];
    case 'layer.Abar':
      return heads ? unit : [...unit, complex * N];
    case 'layer.Bbar':
      return [...unit, N];
    case 'layer.h':
    case 'layer.hLast':
      return heads ? [...unit, heads.headDim, N] : [...unit, complex * N];
    case 'logits':
      return [V];
    case 'layer.z':
    case 'layer.gate':
    case 'layer.x':
    case 'layer.hMoved':
    case 'layer.hNorm':
    case 'layer.ssmOut':
    case 'layer.y':
      return [E];
  }
}

/** Numbers of one row. */
export const probeWidth = (info: ModelInfo, name: ProbeName, ofUnit = false): number =>
  probeShape(info, name, ofUnit).reduce((a, b) => a * b, 1);

/** True of what has a row for each token. */
export const isPerToken = (name: ProbeName): boolean => PROBES[name] !== 'last';
