/**
 * Reads a shader's own declarations, so that bindings and parameters are declared once, in the WGSL, and the
 * rest of the engine refers to them by name. It understands the plain style of `src/shaders` (one entry point,
 * group 0, a `Params` struct of scalars), not WGSL at large.
 */

export interface Binding {
  name: string;
  index: number;
  type: GPUBufferBindingType;
}

export interface Field {
  name: string;
  type: 'u32' | 'i32' | 'f32';
  /** Byte offset in the uniform buffer. */
  offset: number;
}

export interface ShaderInterface {
  entryPoint: string;
  bindings: Binding[];
  params: Field[];
}

const bindingTypes: Record<string, GPUBufferBindingType> = {
  uniform: 'uniform',
  'storage, read': 'read-only-storage',
  'storage, read_write': 'storage',
};

/** Parses the declarations of one shader file. Throws if the file strays from the plain style. */
export function reflect(source: string): ShaderInterface {
  const code = source.replaceAll(/\/\/.*$/gm, '');
  const entryPoint = /@compute[^{;]*?fn (\w+)/.exec(code)?.[1];
  if (!entryPoint) throw new Error('Shader has no @compute entry point.');
  const bindings = [
    ...code.matchAll(/@group\(0\) @binding\((\d+)\) var<([\w, ]+)> (\w+): [^;]+;/g),
  ].map(([, index, space, name]): Binding => {
    const type = bindingTypes[space!];
    if (!type)
      throw new Error(`Shader ${entryPoint}: binding ${name} has unknown space <${space}>.`);
    return { name: name!, index: Number(index), type };
  });
  const struct = /struct Params \{([^}]*)\}/.exec(code)?.[1] ?? '';
  const params = [...struct.matchAll(/(\w+): (\w+),/g)].map(([, name, type], i): Field => {
    if (type !== 'u32' && type !== 'i32' && type !== 'f32') {
      throw new Error(
        `Shader ${entryPoint}: parameter ${name} is ${type}; only scalars are allowed.`,
      );
    }
    return { name: name!, type, offset: 4 * i };
  });
  return { entryPoint, bindings, params };
}

/**
 * Sets constants that a shader marks `// specialised`: `const dState: u32 = 16; // specialised …`. WGSL's own
 * `override` cannot size an array in registers, which the scan needs.
 */
export function specialise(source: string, values: Record<string, number | boolean>): string {
  return Object.entries(values).reduce((text, [name, value]) => {
    const line = new RegExp(`^(const ${name}: \\w+ = )[^;]+(; // specialised)`, 'm');
    if (!line.test(text)) throw new Error(`Shader has no specialised constant ${name}.`);
    return text.replace(line, `$1${value}$2`);
  }, source);
}
