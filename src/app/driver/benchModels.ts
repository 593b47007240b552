/** Folders of the models that the benchmark runs, the one that a quick run takes first. */
export const BENCH_MODELS = ['mamba', 'mamba2', 's4'];
