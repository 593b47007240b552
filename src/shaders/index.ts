/** The shaders as text, by operation. Readers are shown these very files; the engine is handed them. */
import causalConv1d from './causalConv1d.wgsl?raw';
import embed from './embed.wgsl?raw';
import linear from './linear.wgsl?raw';
import linearStep from './linearStep.wgsl?raw';
import rmsNorm from './rmsNorm.wgsl?raw';
import selectiveScan from './selectiveScan.wgsl?raw';
import selectiveStep from './selectiveStep.wgsl?raw';

export const shaders = {
  causalConv1d,
  embed,
  linear,
  linearStep,
  rmsNorm,
  selectiveScan,
  selectiveStep,
};
