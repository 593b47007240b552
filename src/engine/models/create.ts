import { CheckpointError } from '../checkpoint/errors';
import type { Checkpoint } from '../checkpoint/load';
import { formatBytes } from '../checkpoint/words';
import { OutOfMemoryError } from '../errors';
import type { Ops } from '../ops';
import { footprint, type Footprint } from './footprint';
import { Model } from './model';

/**
 * A model on a device. Throws CheckpointError `memory`, which says what the model needs and what there is: before
 * anything is allocated where that can be known, else when the device finds no room, and nothing stays allocated then.
 */
export async function createModel(ops: Ops, checkpoint: Checkpoint): Promise<Model> {
  const needs = footprint(ops, checkpoint);
  const { name } = ops.info;
  const { label, bytes } = needs.largest;
  if (bytes > ops.maxTensorBytes) {
    const most = formatBytes(ops.maxTensorBytes);
    throw refusal(
      ops,
      needs,
      `${label} alone is ${formatBytes(bytes)}; ${name} takes ${most} in one piece`,
    );
  }
  if (needs.total > ops.memoryBytes) {
    throw refusal(ops, needs, `there is ${formatBytes(ops.memoryBytes)} in all`);
  }
  try {
    return await ops.attempt(() => new Model(ops, checkpoint));
  } catch (error) {
    if (!(error instanceof OutOfMemoryError)) throw error;
    throw refusal(ops, needs, `${name} has no room for it now`, error);
  }
}

function refusal(ops: Ops, needs: Footprint, there: string, cause?: unknown): CheckpointError {
  const [total, weights, working, text] = [
    needs.total,
    needs.weights,
    needs.working,
    needs.text,
  ].map(formatBytes);
  const instead =
    ops.info.kind === 'webgpu' ? 'Use the CPU, or a smaller model' : 'Use a smaller model';
  return new CheckpointError(
    'memory',
    'model.safetensors',
    `This model needs ${total} on this device (${weights} of weights, ${working} to work in, ${text} for a text's state); ${there}. ${instead}.`,
    { cause },
  );
}
