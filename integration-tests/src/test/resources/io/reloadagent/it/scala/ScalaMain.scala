package com.acme.reactive

import com.acme.shell.{Busy, Shell}
import io.reloadagent.api.Dynamic
import java.util.function.Supplier

@Dynamic("app")
object Single {
  var size = 1
  private[this] val limit = java.lang.Long.parseLong("1")
  def read(): Long = limit
}

@Dynamic("app")
class Settings {
  var size = 1
  val limit: Long = java.lang.Long.parseLong("1")
  lazy val name: String = "own"
  def closure: () => Long = () => limit
  def pattern: Int = this match { case settings if settings.size > 1 => 2; case _ => 1 }
}

@Dynamic("app")
case class Data(size: Int, label: Option[String])

trait Limits {
  val limit: Long = java.lang.Long.parseLong("1")
  var size: Int = 1
  def both: Long = limit * 11
}

@Dynamic("app")
class Limited extends Limits

class Parameter(@(Dynamic @scala.annotation.meta.field)("app.size") size: Int) {
  def read: Int = size
}

object ScalaMain {

  private val busy = new Busy

  private def reading(name: String)(read: => Any): Unit =
    busy.reading(name, new Supplier[Any] { override def get: Any = read })

  def main(arguments: Array[String]): Unit = {
    val settings = new Settings
    val data = Data(1, None)
    val limited = new Limited
    val parameter = new Parameter(1)
    val closure = settings.closure
    val local = () => settings.size
    reading("object")(Single.size)
    reading("object's own")(Single.read())
    reading("var")(settings.size)
    reading("val")(settings.limit)
    reading("lazy val")(settings.name.length)
    reading("closure")(closure())
    reading("local closure")(local())
    reading("pattern")(settings.pattern)
    reading("case class")(data.size)
    reading("extractor")(data match { case Data(size, _) => size })
    reading("text")(data.toString)
    reading("trait val")(limited.limit)
    reading("trait var")(limited.size)
    reading("trait method")(limited.both)
    reading("for")(Seq(settings).map(_.size).sum)
    reading("parameter")(parameter.read)
    busy.begin()
    val shell = new Shell
    shell.on("seenAll", _ => busy.seenAll())
    shell.run()
  }
}
