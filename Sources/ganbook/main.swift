import Foundation
import Notebook

exit(try TerminalLoop.run(library: PresetLibrary(presets: []), threads: 1, asciiOnly: false))
