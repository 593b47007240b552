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

export const CALM: Intervention = { layer: 7, deltaScale: 1, aScale: 1 };

/** A model on the CPU, and the page’s state as far as the scene looks at it. */
export async function openReal(name: 'mamba' | 'mamba2' | 's4') {
  const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
  const model = new Model(await fastDevices[0].open(), checkpoint);
  const lab = new Lab(model, checkpoint.tokenizer!);
  const info = model.info;

  async function state(intervention = CALM, channel = 489): Promise<AppState> {
    const prompt = 'Lily had a red ball and loved to play with it. Tom took the ball and';
    const sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
    const { yours, before } = await lab.open({ prompt, sampling, intervention, own: 3 });
    const count = yours.tokens.length;
    const names = meta.probes.map((probe) => (typeof probe === 'string' ? probe : probe.name));
    const probes = [...names, 'layer.Abar' as const]
      .filter((probe: ProbeName) => probeAbsence(info, probe) === null)
      .map((probe) => ({
        name: probe,
        unit:
          probe === 'layer.h' || probe === 'layer.Abar' ? unitOfChannel(info, channel) : undefined,
      }));
    const layer = 7;
    const pair = await lab.trace({ layer, probes, from: 0, count });
    const of: Partial<Record<ProbeName, Traced>> = {};
    probes.forEach(({ name: probe, unit }, i) => {
      const shape = probeShape(info, probe, unit !== undefined);
      const tensor = (values: Float32Array): Tensor => ({ values, shape });
      of[probe] = {
        yours: tensor(pair.yours[i]),
        before: pair.before ? tensor(pair.before[i]) : null,
        first: 0,
        rows: count,
        layer,
        unit: unit ?? null,
      };
    });
    return {
      model: info,
      trace: { layer, first: 0, rows: count, of },
      yours,
      before,
      cursor: { token: 4, layer, channel, state: 0 },
      shownIntervention: intervention,
      // Only what the scene looks at.
    } as unknown as AppState;
  }
  return {
    state,
    compute: (request: ComputeRequest) => lab.compute(request),
    close: () => model.dispose(),
  };
}
