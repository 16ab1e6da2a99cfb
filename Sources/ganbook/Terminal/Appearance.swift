internal import Plotting

/// How a person wants the screen: what the command line says of it.
struct Appearance {
  var asciiOnly = false
  /// The theme's ground; nil asks the terminal for its own.
  var base: Theme.Base? = .dark
  var scheme = Theme.Scheme.standard
  var usesMouse = true
}
