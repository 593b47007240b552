/** The shaders as text, by operation. Readers are shown these very files; the engine is handed them. */
import causalConv1d from './causalConv1d.wgsl?raw';
import columns from './columns.wgsl?raw';
import embed from './embed.wgsl?raw';
import gatedRmsNorm from './gatedRmsNorm.wgsl?raw';
import linear from './linear.wgsl?raw';
import linearStep from './linearStep.wgsl?raw';
import linearTiled from './linearTiled.wgsl?raw';
import rmsNorm from './rmsNorm.wgsl?raw';
import s4dScan from './s4dScan.wgsl?raw';
import sample from './sample.wgsl?raw';
import selectiveScan from './selectiveScan.wgsl?raw';
import selectiveScanCarry from './selectiveScanCarry.wgsl?raw';
import selectiveScanChunk from './selectiveScanChunk.wgsl?raw';
import selectiveStep from './selectiveStep.wgsl?raw';
import ssdChunkState from './ssdChunkState.wgsl?raw';
import ssdOutput from './ssdOutput.wgsl?raw';
import ssdPassing from './ssdPassing.wgsl?raw';
import ssdRecurrence from './ssdRecurrence.wgsl?raw';
import ssdScores from './ssdScores.wgsl?raw';
import ssdSegsum from './ssdSegsum.wgsl?raw';

export const shaders = {
  causalConv1d,
  columns,
  embed,
  gatedRmsNorm,
  linear,
  linearStep,
  linearTiled,
  rmsNorm,
  s4dScan,
  sample,
  selectiveScan,
  selectiveScanCarry,
  selectiveScanChunk,
  selectiveStep,
  ssdChunkState,
  ssdOutput,
  ssdPassing,
  ssdRecurrence,
  ssdScores,
  ssdSegsum,
};
