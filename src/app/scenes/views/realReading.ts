/** For tests: what the scene reads, from the bundled models themselves, computed on the CPU. */
import { loadCheckpoint } from '../../../engine/checkpoint/load';
import { folderSource } from '../../../engine/checkpoint/node/folderSource';
import type { ComputeRequest } from '../../../engine/host/compute';
import { Lab } from '../../../engine/host/lab';
import { Model } from '../../../engine/models/model';
import { probeAbsence, probeShape, unitOfChannel } from '../../../engine/probeShape';
import { fastDevices, modelFolder } from '../../../engine/testing/devices';
import type { Intervention, ProbeName } from '../../../engine/types';
import type { AppState, Tensor, Traced } from '../../store/state';
import { meta } from './meta';

const LAYER = 7;
const CALM: Intervention = { layer: LAYER, deltaScale: 1, aScale: 1 };

/** A model on the CPU; `state` is the page’s as far as the scene looks at it. */
export async function openReal(name: 'mamba' | 'mamba2' | 's4') {
  const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
  const model = new Model(await fastDevices[0].open(), checkpoint);
  const lab = new Lab(model, checkpoint.tokenizer!);
  const info = model.info;

  async function state(channel: number, intervention = CALM): Promise<AppState> {
    const prompt =
      'Lily had a red ball and loved to play with it. Tom took the ball and Lily was sad.';
    const sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
    const { yours, before } = await lab.open({ prompt, sampling, intervention, own: 3 });
    const count = yours.tokens.length;
    const probes = meta.probes
      .map((probe) =>
        typeof probe === 'string'
          ? { name: probe as ProbeName, unit: undefined }
          : { name: probe.name as ProbeName, unit: unitOfChannel(info, channel) },
      )
      .filter((probe) => probeAbsence(info, probe.name) === null);
    const pair = await lab.trace({ layer: LAYER, probes, from: 0, count });
    const of: Partial<Record<ProbeName, Traced>> = {};
    probes.forEach(({ name: probe, unit }, i) => {
      const shape = probeShape(info, probe, unit !== undefined);
      const tensor = (values: Float32Array): Tensor => ({ values, shape });
      of[probe] = {
        yours: tensor(pair.yours[i]),
        before: pair.before ? tensor(pair.before[i]) : null,
        first: 0,
        rows: count,
        layer: LAYER,
        unit: unit ?? null,
      };
    });
    return {
      model: info,
      trace: { layer: LAYER, first: 0, rows: count, of },
      yours,
      before,
      cursor: { token: 8, layer: LAYER, channel, state: 0 },
      shownIntervention: intervention,
      // Only what the scene looks at.
    } as unknown as AppState;
  }
  return {
    state,
    compute: (request: ComputeRequest) => lab.compute(request),
    /** S4D’s C, once a text is open; null for the others. */
    outputC: async () =>
      info.kind === 'S4D'
        ? (await lab.compute({ kind: 'outputC', layer: LAYER, under: 'before' })).values
        : null,
    close: () => model.dispose(),
  };
}
