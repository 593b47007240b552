/** Compiles shaders into pipelines, once for each set of specialised constants. */
import { reflect, specialise, type ShaderInterface } from './reflect';
import { unroll } from './unroll';

export interface Kernel {
  shader: ShaderInterface;
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
  /** What it was specialised with. */
  constants: Readonly<Record<string, number | boolean>>;
}

/** Every shader there is. */
export const SHADER_NAMES = [
  'applyMatrix',
  'attention',
  'attentionJoin',
  'attentionProbabilities',
  'attentionStep',
  'causalConv1d',
  'columns',
  'contract',
  'convolve',
  'copy',
  'discretise',
  'embed',
  'fftProduct',
  'fftStage',
  'gatedRmsNorm',
  'impliedMatrix',
  'linear',
  'linearStep',
  'linearTiled',
  'rmsNorm',
  'rotate',
  's4dConstants',
  's4dContract',
  's4dDiscretise',
  's4dKernel',
  's4dOutput',
  's4dScan',
  's4dState',
  'sample',
  'scanLevel',
  'scanMaterialised',
  'selectiveBlock',
  'selectiveBlockState',
  'selectiveScan',
  'selectiveScanCarry',
  'selectiveScanChunk',
  'selectiveStep',
  'ssdChunkState',
  'ssdContract',
  'ssdDiscretise',
  'ssdOutput',
  'ssdPassing',
  'ssdRecurrence',
  'ssdScores',
  'ssdSegsum',
  'swiglu',
  'toeplitzMatrix',
] as const;

export type ShaderName = (typeof SHADER_NAMES)[number];

export type ShaderSources = Readonly<Record<ShaderName, string>>;

export class Kernels {
  private readonly compiled = new Map<string, Kernel>();
  private readonly device: GPUDevice;
  private readonly sources: ShaderSources;

  constructor(device: GPUDevice, sources: ShaderSources) {
    this.device = device;
    this.sources = sources;
  }

  /** The kernel of that name with these constants; compiled at first use. */
  get(name: ShaderName, constants: Record<string, number | boolean> = {}): Kernel {
    // Asked for at every dispatch: cheaper than JSON.
    let key: string = name;
    for (const constant in constants) key += ` ${constant}=${constants[constant]}`;
    let kernel = this.compiled.get(key);
    if (!kernel) this.compiled.set(key, (kernel = this.compile(name, constants)));
    return kernel;
  }

  private compile(name: ShaderName, constants: Record<string, number | boolean>): Kernel {
    const { device } = this;
    const code = unroll(specialise(this.sources[name], constants));
    const shader = reflect(code);
    const layout = device.createBindGroupLayout({
      label: name,
      entries: shader.bindings.map(({ index, type }) => ({
        binding: index,
        visibility: 4, // GPUShaderStage.COMPUTE; the global is missing in some runtimes
        buffer: { type, hasDynamicOffset: type === 'uniform' },
      })),
    });
    const pipeline = device.createComputePipeline({
      label: name,
      layout: device.createPipelineLayout({ label: name, bindGroupLayouts: [layout] }),
      compute: {
        module: device.createShaderModule({ label: name, code }),
        entryPoint: shader.entryPoint,
      },
    });
    return { shader, pipeline, layout, constants };
  }
}
