/**
 * The side-effect imports: Babylon's classes come without the methods that other modules hang on them.
 * One line each, with what it brings.
 */
import '@babylonjs/core/Engines/WebGPU/Extensions/engine.computeShader.js' // ComputeShader on WebGPU
import '@babylonjs/core/Materials/Textures/baseTexture.polynomial.js' // texture.sphericalPolynomial: diffuse light of an environment
import '@babylonjs/core/Lights/Shadows/shadowGeneratorSceneComponent.js' // shadow maps are drawn before the scene
import '@babylonjs/loaders/glTF/2.0/glTFLoader.js' // the .glb loader
import '@babylonjs/loaders/glTF/2.0/Extensions/EXT_meshopt_compression.js' // compressed geometry
import './meshopt.ts' // its decoder, from our own packages
import '@babylonjs/loaders/glTF/2.0/Extensions/EXT_texture_webp.js' // WebP pictures
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_mesh_quantization.js' // positions and normals in 8 and 16 bits
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_texture_transform.js' // offset and scale of texture coordinates
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_materials_anisotropy.js' // highlights along strands of hair
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_materials_clearcoat.js' // the wet layer of eyes and nails
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_materials_emissive_strength.js' // light sources brighter than white
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_materials_sheen.js' // the soft edge of cloth and skin
import '@babylonjs/loaders/glTF/2.0/Extensions/KHR_materials_specular.js' // strength and tint of reflections
