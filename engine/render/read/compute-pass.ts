/** A compute shader ready to run over a picture. */
export type ComputePass = { readonly pipeline: GPUComputePipeline; readonly workgroups: readonly [number, number] }

export function createComputePass(
  device: GPUDevice,
  label: string,
  code: string,
  workgroups: readonly [number, number],
): ComputePass {
  const module = device.createShaderModule({ label, code })
  return { pipeline: device.createComputePipeline({ label, layout: 'auto', compute: { module } }), workgroups }
}

/** Records one run, with its resources bound in the order of the shader's bindings. */
export function encodeComputePass(
  device: GPUDevice,
  encoder: GPUCommandEncoder,
  { pipeline, workgroups }: ComputePass,
  resources: readonly GPUBindingResource[],
): void {
  const layout = pipeline.getBindGroupLayout(0)
  const entries = resources.map((resource, binding) => ({ binding, resource }))
  const pass = encoder.beginComputePass()
  pass.setPipeline(pipeline)
  pass.setBindGroup(0, device.createBindGroup({ layout, entries }))
  pass.dispatchWorkgroups(...workgroups)
  pass.end()
}
