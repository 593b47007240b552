/** What the module exports; one file an operation, named as in reference/. */
export { attention } from './attention';
export { causalConv1d } from './causalConv1d';
export { embed } from './embed';
export { gatedRmsNorm } from './gatedRmsNorm';
export { linear } from './linear';
export { rmsNorm } from './rmsNorm';
export { s4dScan } from './s4dScan';
export { selectiveScan, selectiveTable } from './selectiveScan';
export { selectiveStep } from './selectiveStep';
export { ssdChunked } from './ssdChunked';
export { ssdDelta } from './ssdDelta';
export { ssdRecurrence } from './ssdRecurrence';
export { swiglu } from './swiglu';

/** The first byte that no constant of the module occupies. */
export function heapBase(): usize {
  return __heap_base;
}
