import { readAddress } from './address.ts'
import { openDoorStage } from './door-stage.ts'
import { openPageContent, type PageContent } from './page-content.ts'
import { openRoomPicture, type RoomPicture, type Source } from './room-picture.ts'
import { notice, orbit, picture, quality } from './state.ts'

/** Who waits at the door; as in a room for which nothing else was asked. */
const DOOR_AVATAR = 'milla'

/** What is there before anyone has come in, and stays as long as the page. */
export type Page = {
  readonly content: PageContent
  readonly snapshot: RoomPicture['snapshot']
  /** Shows another stage from now on. @param onLook  Told where it stands, ticks, many times a second. */
  readonly show: (source: Source, onLook: (position: number) => void) => void
  /** Shows who waits at the door again, and lets go of the stage that was shown. */
  readonly showDoor: () => void
  /** Resolves once there is a picture, or it is known that there will be none. */
  readonly opened: Promise<void>
}

/** Opens the page: someone waits in a room, before a word goes over the line. */
export async function openPage(canvas: HTMLCanvasElement): Promise<Page> {
  const content = openPageContent(location.origin)
  const door = await openDoorStage(content, readAddress().stage, DOOR_AVATAR)
  let source = door
  let tell: (position: number) => void = () => {}
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const { snapshot } = openRoomPicture({
    canvas,
    content,
    source: () => source,
    orbit: () => orbit.value,
    quality: () => quality.value,
    onLook: (position) => tell(position),
    onFirst() {
      performance.mark('first frame')
      picture.value = { state: 'shown' }
      open()
    },
    onTrouble(error) {
      picture.value = { state: 'none', why: error.message }
      open()
    },
    onMissing(error) {
      notice.value = error.message
    },
  })
  return {
    content,
    snapshot,
    opened,
    show,
    showDoor: () => show(door, () => {}),
  }

  function show(next: Source, onLook: (position: number) => void): void {
    source = next
    tell = onLook
  }
}
