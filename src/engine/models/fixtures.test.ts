/**
 * Any checkpoint of MambaForCausalLM and Mamba2ForCausalLM: tiny random ones with odd widths, groups, biases, untied
 * heads, a clamped Δ, chunks that do not divide the length, in F32, F16, BF16 and in several files, against
 * transformers (training/fixtures.py). Errors are relative to the largest number of a tensor: random weights make
 * states of any size, and rounding grows with them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { readTensors, toFloat32 } from '../checkpoint/safetensors';
import { argmax } from '../sampling';
import { devices, maxAbsError } from '../testing/devices';
import { Model } from './model';

const names = ['mamba-odd', 'mamba-f16', 'mamba-bf16', 'mamba2-groups', 'mamba2-bf16'];
const tolerance = { cpu: 1e-5, webgpu: 2e-5 };

/** Largest error, relative to the largest number wanted. */
const error = (got: Float32Array, wanted: Float32Array): number =>
  maxAbsError(got, wanted) / wanted.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
const cases = names.flatMap((name) => devices.map((device) => ({ name, device })));

describe.each(cases)('$name on $device.name', ({ name, device: { kind, open } }) => {
  it('agrees with transformers, whole and step by step, and writes the same', async () => {
    const folder = fileURLToPath(new URL(`../testing/fixtures/${name}/`, import.meta.url));
    const tensors = readTensors(readFileSync(`${folder}golden.safetensors`));
    const golden = (tensor: string): Float32Array => toFloat32(tensors.get(tensor)!);
    const model = new Model(await open(), await loadCheckpoint(folderSource(folder)));
    const promptIds = [...golden('input_ids')];
    const whole = model.createSession();
    const trace = await whole.prefill(promptIds, {
      probes: [{ name: 'logits' }, { name: 'final' }],
    });
    expect(error(trace.get('logits'), golden('logits'))).toBeLessThan(tolerance[kind]);
    expect(error(trace.get('final'), golden('final'))).toBeLessThan(tolerance[kind]);
    const stepped = model.createSession();
    for (const id of promptIds) await stepped.step(id);
    for (const session of [whole, stepped]) {
      const h = await session.stateH();
      h.forEach((state, layer) => {
        expect(error(state, golden(`ssm_state.${layer}`))).toBeLessThan(tolerance[kind]);
      });
    }
    const ids = [...promptIds];
    while (ids.length < golden('greedy_ids').length) {
      ids.push(argmax(await whole.logits()));
      await whole.step(ids.at(-1)!);
    }
    expect(ids).toEqual([...golden('greedy_ids')]);
    model.dispose();
  });
});
