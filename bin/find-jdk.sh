# shellcheck shell=sh
# Finds a JDK 25 or newer, without starting one. Sourced by ./spate and ./test; plain POSIX sh.
#
#   find_jdk        sets jdk_home and jdk_version, or returns 1
#   explain_no_jdk  says what was looked at and what to do
#
# SPATE_JDK_ROOT stands before the system's own folders; tests set it.

jdk_minimum=25
jdk_root=${SPATE_JDK_ROOT:-}

find_jdk() {
    jdk_seen=
    if [ -n "${SPATE_JAVA_HOME:-}" ]; then
        # Named for Spate alone: to take another one in silence would not be what was asked for.
        try_jdk "SPATE_JAVA_HOME" "$SPATE_JAVA_HOME"
        return
    fi
    jdk_note "SPATE_JAVA_HOME" "not set"
    if [ -n "${JAVA_HOME:-}" ]; then
        try_jdk "JAVA_HOME" "$JAVA_HOME" && return 0
    else
        jdk_note "JAVA_HOME" "not set"
    fi
    if jdk_java=$(command -v java); then
        jdk_java=$(readlink -f "$jdk_java")
        try_jdk "java on PATH" "${jdk_java%/bin/*}" && return 0
    else
        jdk_note "java on PATH" "none"
    fi

    try_jdks "/usr/lib/jvm" "$jdk_root"/usr/lib/jvm/* && return 0
    if [ -n "${HOME:-}" ]; then
        # shellcheck disable=SC2088 # The tilde is for people to read.
        try_jdks "~/.sdkman/candidates/java" "$HOME"/.sdkman/candidates/java/* && return 0
        # shellcheck disable=SC2088
        try_jdks "~/.jdks" "$HOME"/.jdks/* && return 0
    fi
    try_jdks "/Library/Java/JavaVirtualMachines" "$jdk_root"/Library/Java/JavaVirtualMachines/*/Contents/Home && return 0
    if [ -x "$jdk_root/usr/libexec/java_home" ] && jdk_candidate=$("$jdk_root/usr/libexec/java_home" -v "$jdk_minimum+" 2>/dev/null); then
        try_jdk "/usr/libexec/java_home" "$jdk_candidate" && return 0
    fi
    return 1
}

explain_no_jdk() {
    printf 'Spate needs a JDK %s or newer, and found none. Looked at:\n%s\n' "$jdk_minimum" "$jdk_seen"
    cat <<'END'
Install one:
  Debian, Ubuntu   sudo apt-get install openjdk-25-jdk-headless
                   (where that is missing: Temurin 25, https://adoptium.net/installation/linux/)
  macOS            brew install --cask temurin@25
  SDKMAN           sdk install java 25-tem
or set SPATE_JAVA_HOME to the folder of one that is already there.
END
}

# try_jdks WHERE FOLDER...: the first that will do.
try_jdks() {
    jdk_where=$1
    shift
    if [ ! -e "$1" ]; then
        jdk_note "$jdk_where" "none"
        return 1
    fi
    for jdk_candidate in "$@"; do
        [ -d "$jdk_candidate" ] || continue
        try_jdk "$jdk_where" "$jdk_candidate" && return 0
    done
    return 1
}

# try_jdk WHERE FOLDER: whether it will do. The file "release" stands in every JDK.
try_jdk() {
    if [ ! -r "$2/release" ]; then
        jdk_note "$1" "$2: no JDK (no file named release)"
        return 1
    fi
    jdk_version=
    while IFS='=' read -r jdk_key jdk_value; do
        if [ "$jdk_key" = JAVA_VERSION ]; then
            jdk_version=${jdk_value#\"}
            jdk_version=${jdk_version%%\"*}
            break
        fi
    done <"$2/release"
    jdk_major=${jdk_version%%[!0-9]*}
    if [ "${jdk_major:-0}" -lt "$jdk_minimum" ]; then
        jdk_note "$1" "$2: version ${jdk_version:-unknown}"
        return 1
    fi
    if [ ! -x "$2/bin/java" ] || [ ! -x "$2/bin/javac" ]; then
        jdk_note "$1" "$2: version $jdk_version, but a JRE without the compiler"
        return 1
    fi
    # shellcheck disable=SC2034 # For who sourced this file.
    jdk_home=$2
}

jdk_note() {
    jdk_seen="$jdk_seen  $1: $2
"
}
