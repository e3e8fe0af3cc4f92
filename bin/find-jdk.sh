# Sourced by ./pickglass and ./verify (plain bash 3.2, so that it also runs on macOS).
#
# find_jdk: sets JDK to the home of a JDK of at least version 25 and JDK_MAJOR to its version.
# Looks at JAVA_HOME, then at `java` on the PATH, then where JDKs are usually installed.

PICKGLASS_MIN_JDK=25

# Prints the major version of the JDK in $1; nothing if there is no JDK (a JRE without javac is none).
jdk_major() {
  local home=$1 version='' line
  [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 0
  if [ -r "$home/release" ]; then # ten times faster than asking java
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
    done <"$home/release"
    version=${version//\"/}
  fi
  if [ -z "$version" ]; then
    version=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  version=${version%%[.+-]*}
  case $version in '' | *[!0-9]*) ;; *) echo "$version" ;; esac
}

# Takes the JDK in $1 if it is new enough.
try_jdk() {
  local major
  [ -n "$1" ] || return 1
  major=$(jdk_major "$1")
  [ -n "$major" ] && [ "$major" -ge "$PICKGLASS_MIN_JDK" ] || return 1
  JDK=$1 JDK_MAJOR=$major
}

# Prints the home of the `java` on the PATH, through links and the stubs of version managers.
java_on_path() {
  local java home
  java=$(command -v java 2>/dev/null) || return 0
  home=$(readlink -f "$java" 2>/dev/null) || home=''
  home=${home%/bin/java}
  if [ ! -x "$home/bin/javac" ]; then
    home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  echo "$home"
}

find_jdk() {
  local dir
  try_jdk "${JAVA_HOME:-}" && return
  try_jdk "$(java_on_path)" && return
  for dir in /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.jdks/*; do
    try_jdk "$dir" && return
  done
  echo "Pickglass needs a JDK $PICKGLASS_MIN_JDK or newer and found none: install one" \
    "(for example Temurin 25 from https://adoptium.net) or set JAVA_HOME to it." >&2
  return 2
}

# Options for Maven's own JVM: the libraries of Maven 3 otherwise print warnings that are not about us.
quiet_maven() {
  [ "$JDK_MAJOR" -gt 25 ] ||
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
}
