import { refusing } from "../input/refusing.js"

refusing(() => 1)
