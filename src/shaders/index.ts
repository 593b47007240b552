/** The shaders as text, by operation. Readers are shown these very files; the engine is handed them. */
import applyMatrix from './applyMatrix.wgsl?raw';
import attention from './attention.wgsl?raw';
import attentionJoin from './attentionJoin.wgsl?raw';
import attentionProbabilities from './attentionProbabilities.wgsl?raw';
import attentionStep from './attentionStep.wgsl?raw';
import causalConv1d from './causalConv1d.wgsl?raw';
import columns from './columns.wgsl?raw';
import contract from './contract.wgsl?raw';
import convolve from './convolve.wgsl?raw';
import copy from './copy.wgsl?raw';
import discretise from './discretise.wgsl?raw';
import embed from './embed.wgsl?raw';
import fftProduct from './fftProduct.wgsl?raw';
import fftStage from './fftStage.wgsl?raw';
import gatedRmsNorm from './gatedRmsNorm.wgsl?raw';
import impliedMatrix from './impliedMatrix.wgsl?raw';
import linear from './linear.wgsl?raw';
import linearStep from './linearStep.wgsl?raw';
import linearTiled from './linearTiled.wgsl?raw';
import rmsNorm from './rmsNorm.wgsl?raw';
import rotate from './rotate.wgsl?raw';
import s4dConstants from './s4dConstants.wgsl?raw';
import s4dContract from './s4dContract.wgsl?raw';
import s4dDiscretise from './s4dDiscretise.wgsl?raw';
import s4dKernel from './s4dKernel.wgsl?raw';
import s4dOutput from './s4dOutput.wgsl?raw';
import s4dScan from './s4dScan.wgsl?raw';
import s4dState from './s4dState.wgsl?raw';
import sample from './sample.wgsl?raw';
import scanLevel from './scanLevel.wgsl?raw';
import scanMaterialised from './scanMaterialised.wgsl?raw';
import selectiveBlock from './selectiveBlock.wgsl?raw';
import selectiveBlockState from './selectiveBlockState.wgsl?raw';
import selectiveScan from './selectiveScan.wgsl?raw';
import selectiveScanCarry from './selectiveScanCarry.wgsl?raw';
import selectiveScanChunk from './selectiveScanChunk.wgsl?raw';
import selectiveStep from './selectiveStep.wgsl?raw';
import ssdChunkState from './ssdChunkState.wgsl?raw';
import ssdContract from './ssdContract.wgsl?raw';
import ssdDiscretise from './ssdDiscretise.wgsl?raw';
import ssdOutput from './ssdOutput.wgsl?raw';
import ssdPassing from './ssdPassing.wgsl?raw';
import ssdRecurrence from './ssdRecurrence.wgsl?raw';
import ssdScores from './ssdScores.wgsl?raw';
import ssdSegsum from './ssdSegsum.wgsl?raw';
import swiglu from './swiglu.wgsl?raw';
import toeplitzMatrix from './toeplitzMatrix.wgsl?raw';

export const shaders = {
  applyMatrix,
  attention,
  attentionJoin,
  attentionProbabilities,
  attentionStep,
  causalConv1d,
  columns,
  contract,
  convolve,
  copy,
  discretise,
  embed,
  fftProduct,
  fftStage,
  gatedRmsNorm,
  impliedMatrix,
  linear,
  linearStep,
  linearTiled,
  rmsNorm,
  rotate,
  s4dConstants,
  s4dContract,
  s4dDiscretise,
  s4dKernel,
  s4dOutput,
  s4dScan,
  s4dState,
  sample,
  scanLevel,
  scanMaterialised,
  selectiveBlock,
  selectiveBlockState,
  selectiveScan,
  selectiveScanCarry,
  selectiveScanChunk,
  selectiveStep,
  ssdChunkState,
  ssdContract,
  ssdDiscretise,
  ssdOutput,
  ssdPassing,
  ssdRecurrence,
  ssdScores,
  ssdSegsum,
  swiglu,
  toeplitzMatrix,
};
