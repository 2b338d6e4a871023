import { render } from 'preact'
import { App } from './panels/app.tsx'

render(<App canvas={document.querySelector<HTMLCanvasElement>('#stage')!} />, document.querySelector('#app')!)
