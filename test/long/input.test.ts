import { foreign } from "../input/foreign.js"
import { nonsense } from "../input/nonsense.js"
import { refusing } from "../input/refusing.js"

refusing(() => 1)
nonsense(() => 1)
foreign(() => 1)
